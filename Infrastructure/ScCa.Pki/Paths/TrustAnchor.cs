using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>A name and a key that the caller trusts (RFC 5280 §6.1.1 (d)). Where it is given as a certificate, what that says limits it too (RFC 5937).</summary>
public sealed record TrustAnchor
{
    private TrustAnchor(DistinguishedName name, PublicKey publicKey, PkiCertificate? certificate) => (Name, PublicKey, Certificate) = (name, publicKey, certificate);

    public DistinguishedName Name { get; }

    public PublicKey PublicKey { get; }

    /// <summary>Null where the name and the key alone are trusted.</summary>
    public PkiCertificate? Certificate { get; }

    public static TrustAnchor Of(DistinguishedName name, PublicKey publicKey)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(publicKey);
        return new(name, publicKey, null);
    }

    public static TrustAnchor Of(PkiCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return new(certificate.Subject, certificate.PublicKey, certificate);
    }
}
