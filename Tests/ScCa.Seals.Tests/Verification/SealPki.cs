using System.Buffers.Binary;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Signing;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Authorities, seal makers and holders for tests, and the instants that they live by.</summary>
internal static class SealPki
{
    private static long lastSerial;

    public static readonly DateTimeOffset Begin = At(2024, 1, 1);

    public static readonly DateTimeOffset Made = At(2026, 1, 1);

    public static readonly DateTimeOffset Used = At(2026, 6, 1);

    public static readonly DateTimeOffset Now = At(2026, 7, 1);

    public static readonly DateTimeOffset End = At(2034, 1, 1);

    public static readonly Party Root = NewRoot("Test Root");

    public static readonly Party StrangeRoot = NewRoot("Another Root");

    public static readonly Party Maker = Issue("制章机构");

    public static readonly Party Holder = Issue("四川测试有限公司");

    public static readonly Party Other = Issue("另一家有限公司");

    public static readonly Party TimestampAuthority = Issue("Test TSA", isForTimestamps: true);

    public static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    public static Party Issue(
        string name, KeyUsages usage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null,
        Party? issuer = null, bool isForTimestamps = false)
    {
        var key = NewKey();
        List<Extension> extensions = [KeyUsage.Of(usage)];
        if (isForTimestamps)
            extensions.Add(ExtendedKeyUsage.Of(isCritical: true, Oids.TimeStamping));
        return new(key, Certify(issuer ?? Root, NameOf(name), key.PublicKey, extensions, notBefore ?? Begin, notAfter ?? End));
    }

    private static Party NewRoot(string name)
    {
        var key = NewKey();
        return new(key, Certify(
            key, NameOf(name), NameOf(name), key.PublicKey,
            [new BasicConstraints(IsAuthority: true, null).ToExtension(), KeyUsage.Of(KeyUsages.KeyCertSign | KeyUsages.CrlSign)], Begin, End));
    }

    private static KeySigner NewKey() => KeySigner.Of(new Sm2SigningKey(Sm2PrivateKey.Generate()));

    private static DistinguishedName NameOf(string name) => DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.CommonName, name));

    private static PkiCertificate Certify(
        Party issuer, DistinguishedName subject, PublicKey key, IReadOnlyList<Extension> extensions, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        Certify(issuer.Key, issuer.Certificate.Subject, subject, key, extensions, notBefore, notAfter);

    private static PkiCertificate Certify(
        ISigner issuer, DistinguishedName issuerName, DistinguishedName subject, PublicKey key, IReadOnlyList<Extension> extensions,
        DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var serial = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(serial, 0x1122_3344_5566_7700 + Interlocked.Increment(ref lastSerial));
        return new CertificateContent(serial, issuer.Algorithm, issuerName, notBefore, notAfter, subject, key, extensions).Sign(issuer);
    }
}
