using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Profiles;

/// <summary>
/// The certificate of an organisation (单位), in its checked form: options go in as they were configured, and only what can be issued comes out.
/// </summary>
/// <remarks>
/// The subject is C=CN, O=name, serialNumber=credit code, CN=name. The name stands in O and CN, as readers of either expect. The unified social credit code
/// stands in serialNumber (X.520 §6.2.9: what tells two objects of the same name apart) so that no two units share a subject (RFC 5280 §4.1.2.6), and once
/// more in the extension 1.2.156.10260.4.1.4, where the trading platforms look for it. No ST or L: no one verifies where the unit has its seat, and what is
/// not verified is not certified.
/// </remarks>
public sealed class HolderProfile
{
    /// <summary>RFC 5280 Appendix A.1: ub-organization-name and ub-common-name, in characters, not in octets or UTF-16 units.</summary>
    public const int NameCharactersMax = 64;

    // RFC 9336 names what the key is for: signing documents. clientAuth is the login to the trading platforms. emailProtection is left out: no address is
    // verified or certified.
    private static readonly OidCollection KeyPurposes = [new Oid(Oids.ClientAuth), new Oid(Oids.DocumentSigning)];

    private readonly ImmutableArray<X509Extension> pointers;

    private HolderProfile(ImmutableArray<X509Extension> pointers) => this.pointers = pointers;

    /// <exception cref="AuthorityRefusedException">A setting cannot be used; its name is in the text.</exception>
    public static HolderProfile From(ProfileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new HolderProfile(PointerExtensions.From(options));
    }

    internal static byte[] SubjectOf(CertificateSubject subject)
    {
        var name = subject.CommonName;
        var characters = name.EnumerateRunes().Count();
        if (characters > NameCharactersMax)
            throw new IssuanceRefusedException(RequestFindings.NameTooLong(characters, NameCharactersMax));
        try
        {
            return subject.Organization is { } organization
                ? NameWriter.Encode(
                    (Oids.CountryName, "CN"), (Oids.OrganizationName, organization), (Oids.SerialNumber, subject.UniqueId), (Oids.CommonName, name))
                : NameWriter.Encode((Oids.CountryName, "CN"), (Oids.SerialNumber, subject.UniqueId), (Oids.CommonName, name));
        }
        catch (EncoderFallbackException)
        {
            // Half of a surrogate pair. The inner exception would quote the name; it is not passed on.
            throw new IssuanceRefusedException(RequestFindings.NameNotText);
        }
    }

    /// <remarks>No basicConstraints: its DER for a holder would be an empty SEQUENCE, which GmSSL rejects; absent means the same (RFC 5280 §4.2.1.9).</remarks>
    internal IReadOnlyList<X509Extension> ExtensionsFor(CertificateSubject subject, byte[] subjectPublicKeyInfo, CaCertificate issuer) =>
    [
        X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuer.SubjectKeyIdentifier.Span),
        new X509SubjectKeyIdentifierExtension(PublicKey.CreateFromSubjectPublicKeyInfo(subjectPublicKeyInfo, out _), critical: false),
        new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true),
        new X509EnhancedKeyUsageExtension(KeyPurposes, critical: false),
        .. subject.CreditCode is { } code ? [OrganizationCodeExtension.Of(code)] : Array.Empty<X509Extension>(),
        .. pointers,
    ];
}
