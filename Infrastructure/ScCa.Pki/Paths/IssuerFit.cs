using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>
/// How likely somebody is a certificate's issuer, as a penalty. Nothing here decides: key identifiers are a hint (RFC 4158 §3.5.12), and what is wrong with an
/// issuer is for the path's checks to say.
/// </summary>
internal static class IssuerFit
{
    private const int NotSaid = 1;
    private const int Longer = 2;
    private const int OtherKeyIdentifier = 20;
    private const int NotValidThen = 50;
    private const int NoAuthority = 100;
    private const int OtherName = 500;

    /// <summary>More than all others together.</summary>
    public const int SignatureWrong = 10_000;

    public static int OfAuthority(CertificateFacts issued, CertificateFacts issuer, DateTimeOffset at) =>
        Longer
        + KeyPenalty(issued.AuthorityKey, issuer.SubjectKey, issuer.Certificate)
        + (issuer.Certificate.IsValidAt(at) ? 0 : NotValidThen)
        + (issuer.IsAuthority && issuer.MaySign(KeyUsages.KeyCertSign) ? 0 : NoAuthority)
        + NamePenalty(issued, issuer.Certificate.Subject);

    public static int OfAnchor(CertificateFacts issued, TrustAnchor anchor, CertificateFacts? facts, DateTimeOffset at) =>
        KeyPenalty(issued.AuthorityKey, facts?.SubjectKey ?? default, facts?.Certificate)
        + (facts?.Certificate.IsValidAt(at) ?? true ? 0 : NotValidThen)
        + NamePenalty(issued, anchor.Name);

    private static int NamePenalty(CertificateFacts issued, DistinguishedName issuer) => issued.Certificate.Issuer.Equals(issuer) ? 0 : OtherName;

    private static int KeyPenalty(AuthorityKeyIdentifier? wanted, ReadOnlyMemory<byte> key, PkiCertificate? issuer)
    {
        if (wanted is null)
            return NotSaid;
        if (wanted.KeyIdentifier.IsEmpty || key.IsEmpty)
            return SerialPenalty(wanted, issuer);
        return wanted.KeyIdentifier.Span.SequenceEqual(key.Span) ? 0 : OtherKeyIdentifier;
    }

    private static int SerialPenalty(AuthorityKeyIdentifier wanted, PkiCertificate? issuer)
    {
        if (wanted.SerialNumber.IsEmpty || issuer is null)
            return NotSaid;
        return wanted.SerialNumber.Span.SequenceEqual(issuer.SerialNumber.Span) && wanted.Issuer.Any(name => issuer.Issuer.Equals(name.Directory)) ? 0 : OtherKeyIdentifier;
    }
}
