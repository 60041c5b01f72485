using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Tests;

/// <summary>A root and whatever is issued below it, valid from 2026 to 2036, for one test.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly DateTimeOffset NotBefore = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset NotAfter = new(2035, 12, 31, 15, 59, 59, TimeSpan.Zero);

    /// <summary>An instant at which everything is valid.</summary>
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private long lastSerial = 0x1122334455667700;

    public TestAuthority(PublicKeyKind kind, string name = "Test Root")
        : this(TestKey.New(kind), null, name, null)
    {
    }

    private TestAuthority(TestKey key, TestAuthority? issuer, string name, int? pathLengthMax)
    {
        Key = key;
        Name = NameOf(name);
        Certificate = (issuer ?? this).Issue(Name, key.PublicKey, ExtensionsOfAuthority(pathLengthMax));
    }

    public TestKey Key { get; }

    public DistinguishedName Name { get; }

    public PkiCertificate Certificate { get; }

    public static DistinguishedName NameOf(string commonName) =>
        DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "测试"), (Oids.CommonName, commonName));

    public TestAuthority Below(string name = "Test Issuing", int? pathLengthMax = 0) => new(TestKey.New(Key.PublicKey.Kind), this, name, pathLengthMax);

    /// <summary>Issues exactly this; identifiers of the keys are added.</summary>
    public PkiCertificate Issue(
        DistinguishedName subject, PublicKey key, IReadOnlyList<Extension> extensions, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null) =>
        new CertificateContent(
            NextSerial(), Key.Signer.Algorithm, Name, notBefore ?? NotBefore, notAfter ?? NotAfter, subject, key,
            [KeyIdentifiers.OfSubject(KeyIdentifiers.Of(key)), KeyIdentifiers.OfAuthority(KeyIdentifiers.Of(Key.PublicKey)), .. extensions]).Sign(Key.Signer);

    /// <summary>A holder's signing certificate.</summary>
    public PkiCertificate IssueHolder(TestKey key, string name = "四川测试有限公司") =>
        Issue(NameOf(name), key.PublicKey, [KeyUsage.Of(KeyUsages.DigitalSignature | KeyUsages.NonRepudiation)]);

    public void Dispose() => Key.Dispose();

    private static IReadOnlyList<Extension> ExtensionsOfAuthority(int? pathLengthMax) =>
        [new BasicConstraints(IsAuthority: true, pathLengthMax).ToExtension(), KeyUsage.Of(KeyUsages.KeyCertSign | KeyUsages.CrlSign)];

    private byte[] NextSerial()
    {
        var serial = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(serial, ++lastSerial);
        return serial;
    }
}
