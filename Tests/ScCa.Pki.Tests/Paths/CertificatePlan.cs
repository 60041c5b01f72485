using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Tests.Paths;

/// <summary>What a certificate is to be, without its keys. A variation changes a plan; a plan that nobody changed makes a good certificate.</summary>
internal sealed class CertificatePlan
{
    private static readonly byte[] OtherIdentifier = [.. Enumerable.Repeat((byte)0x77, 20)];

    public CertificatePlan(DistinguishedName subject, int key, CertificatePlan? issuer) => (Subject, Key, Issuer) = (subject, key, issuer);

    public DistinguishedName Subject { get; set; }

    public int Key { get; set; }

    /// <summary>Null for one that signs itself.</summary>
    public CertificatePlan? Issuer { get; set; }

    /// <summary>What the certificate says, where it is not the issuer's name.</summary>
    public DistinguishedName? IssuerNameSaid { get; set; }

    /// <summary>Who signs, where it is not the issuer.</summary>
    public int? SignerKey { get; set; }

    public DateTimeOffset NotBefore { get; set; } = TestAuthority.NotBefore;

    public DateTimeOffset NotAfter { get; set; } = TestAuthority.NotAfter;

    public BasicConstraints? BasicConstraints { get; set; }

    public KeyUsages? KeyUsage { get; set; } = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation;

    public List<Extension> Extensions { get; } = [];

    public bool HasOtherAuthorityKey { get; set; }

    public bool HasNoAuthorityKey { get; set; }

    public bool IsSignatureBroken { get; set; }

    public bool NamesOtherAlgorithmOutside { get; set; }

    public bool IsSignedUnderEmptyId { get; set; }

    public int SerialNumber { get; set; } = 1;

    public static CertificatePlan Authority(DistinguishedName subject, int key, CertificatePlan? issuer, int? pathLength = null) => new(subject, key, issuer)
    {
        BasicConstraints = new BasicConstraints(IsAuthority: true, pathLength),
        KeyUsage = KeyUsages.KeyCertSign | KeyUsages.CrlSign,
    };

    public void Put(Extension extension)
    {
        Extensions.RemoveAll(there => there.Oid == extension.Oid);
        Extensions.Add(extension);
    }

    public byte[] Encode(KeyRing keys)
    {
        var issuer = Issuer ?? this;
        var signer = keys[SignerKey ?? issuer.Key].Signer;
        var content = new CertificateContent(
            Serial(), signer.Algorithm, IssuerNameSaid ?? issuer.Subject, NotBefore, NotAfter, Subject, keys[Key].PublicKey, [.. AllExtensions(keys, issuer)]).Encode();
        var signature = IsSignedUnderEmptyId ? keys[SignerKey ?? issuer.Key].SignUnderEmptyId(content) : signer.Sign(content);
        if (IsSignatureBroken)
            signature[^1] ^= 1;
        var outside = NamesOtherAlgorithmOutside ? Other(signer.Algorithm) : signer.Algorithm;
        return PkiCertificate.Assemble(content, outside, signature);
    }

    public byte[] Serial() => [0x40, (byte)Key, (byte)(Issuer?.Key ?? Key), (byte)(SerialNumber >> 8), (byte)SerialNumber];

    private static SignatureAlgorithm Other(SignatureAlgorithm algorithm) =>
        algorithm == SignatureAlgorithm.RsaWithSha256 ? SignatureAlgorithm.Sm2WithSm3 : SignatureAlgorithm.RsaWithSha256;

    private IEnumerable<Extension> AllExtensions(KeyRing keys, CertificatePlan issuer)
    {
        if (!HasNoAuthorityKey)
            yield return KeyIdentifiers.OfAuthority(HasOtherAuthorityKey ? OtherIdentifier : KeyIdentifiers.Of(keys[issuer.Key].PublicKey));
        yield return KeyIdentifiers.OfSubject(KeyIdentifiers.Of(keys[Key].PublicKey));
        if (BasicConstraints is { } constraints)
            yield return constraints.ToExtension();
        if (KeyUsage is { } usage)
            yield return Pki.Extensions.KeyUsage.Of(usage);
        foreach (var extension in Extensions)
            yield return extension;
    }
}
