using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Requests;
using ScCa.Testing.Fixtures;

namespace ScCa.Pki.Tests;

/// <summary>Samples that use more of a format than the fixtures do.</summary>
internal static class FuzzSamples
{
    public static byte[] Request()
    {
        using var key = TestKey.OfScalar(Fixtures.Key("sign").D);
        return new RequestContent(
            TestAuthority.NameOf("四川测试有限公司"), key.PublicKey,
            [KeyUsage.Of(KeyUsages.DigitalSignature), AlternativeName.OfSubject(false, GeneralName.DnsName("a.example")), ExtendedKeyUsage.Of(false, Oids.DocumentSigning)],
            "test 1").Sign(key.Signer).Encoded.ToArray();
    }
}
