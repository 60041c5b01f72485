using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Certificates;

namespace ScCa.Issuance.Lints;

/// <summary>The lints for a certificate that exists already, whoever issued it.</summary>
public static class CertificateLints
{
    /// <summary>How many requirements there are.</summary>
    public static int Count => LintBook.All.Length;

    /// <summary>What is not in order about it; empty where nothing is. Requirements that came into force after its validity began do not bind it.</summary>
    /// <param name="isEncryption">It is a holder's certificate for encryption, not for signing.</param>
    /// <param name="issuer">The authority that signed it; a root itself.</param>
    public static IReadOnlyList<IssuanceFinding> Check(PkiCertificate certificate, CertificateRole role, bool isEncryption, CaCertificate issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        var use = isEncryption ? LintedUses.HolderEncryption : UseOf(role);
        return LintBook.Check(certificate.ToBeSigned, use, LintIssuer.Of(issuer), Shanghai.DateOf(Instant.FromDateTimeOffset(certificate.NotBefore)));
    }

    internal static LintedUses UseOf(CertificateRole role) => role switch
    {
        CertificateRole.Holder => LintedUses.HolderSigning,
        CertificateRole.Root => LintedUses.Root,
        CertificateRole.Issuing => LintedUses.Issuing,
        CertificateRole.Cross => LintedUses.Cross,
        CertificateRole.Ocsp => LintedUses.OcspResponder,
        CertificateRole.Timestamp => LintedUses.TimestampAuthority,
        CertificateRole.SealMaker => LintedUses.SealMaker,
        _ => throw new InvalidOperationException($"No lint knows the role {role}."),
    };
}
