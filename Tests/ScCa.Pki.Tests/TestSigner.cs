using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Messages;

namespace ScCa.Pki.Tests;

/// <summary>Someone who signs messages or opens them, below a root of their own.</summary>
internal sealed class TestSigner : IDisposable
{
    public TestSigner(PublicKeyKind kind, KeyUsages usage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation)
    {
        Root = new TestAuthority(kind);
        Key = TestKey.New(kind);
        Certificate = Root.Issue(TestAuthority.NameOf("张三"), Key.PublicKey, [KeyUsage.Of(usage)]);
    }

    public TestAuthority Root { get; }

    public TestKey Key { get; }

    public PkiCertificate Certificate { get; }

    public MessageSigner Signer => new(Key.Signer, Certificate);

    public MessageExpectation Expectation => new(TestAuthority.Now, TestTrust.In(Root.Certificate));

    /// <summary>For encryption: SM2 and RSA alone.</summary>
    public static TestSigner ForEncryption(PublicKeyKind kind) => new(kind, KeyUsages.KeyEncipherment | KeyUsages.DataEncipherment);

    public void Dispose()
    {
        Key.Dispose();
        Root.Dispose();
    }
}
