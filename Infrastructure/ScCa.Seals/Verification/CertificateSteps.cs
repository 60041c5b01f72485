using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Seals.Verification;

/// <summary>The steps about one party's certificate: the signer's, or the seal maker's.</summary>
internal sealed record CertificateSteps(CertificateRole Role, SealStep Chain, SealStep KeyUsage, SealStep Validity, SealStep Revocation)
{
    public static CertificateSteps Signer { get; } = new(CertificateRole.Signer, SealStep.SignerChain, SealStep.SignerKeyUsage, SealStep.SignerValidity, SealStep.SignerRevocation)
    {
        Malformed = SealFinding.SignerCertificateMalformed,
        NotTrusted = SealFinding.SignerNotTrusted,
        KeyUsageWrong = SealFinding.SignerKeyUsageWrong,
        NotYetValid = SealFinding.SignerNotYetValid,
        Expired = SealFinding.SignerExpired,
        Revoked = SealFinding.SignerRevoked,
        RevocationUnknown = SealFinding.SignerRevocationUnknown,
    };

    public static CertificateSteps Maker { get; } = new(CertificateRole.SealMaker, SealStep.MakerChain, SealStep.MakerKeyUsage, SealStep.MakerValidity, SealStep.MakerRevocation)
    {
        Malformed = SealFinding.MakerCertificateMalformed,
        NotTrusted = SealFinding.MakerNotTrusted,
        KeyUsageWrong = SealFinding.MakerKeyUsageWrong,
        NotYetValid = SealFinding.MakerNotYetValid,
        Expired = SealFinding.MakerExpired,
        Revoked = SealFinding.MakerRevoked,
        RevocationUnknown = SealFinding.MakerRevocationUnknown,
    };

    public required SealFinding Malformed { get; init; }

    public required SealFinding NotTrusted { get; init; }

    public required SealFinding KeyUsageWrong { get; init; }

    public required SealFinding NotYetValid { get; init; }

    public required SealFinding Expired { get; init; }

    public required SealFinding Revoked { get; init; }

    public required SealFinding RevocationUnknown { get; init; }

    /// <summary>The certificate that the bytes are; null where they are none.</summary>
    public static PkiCertificate? Read(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return PkiCertificate.From(encoded);
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }

    public SealFinding? KeyUsageFailure(PkiCertificate certificate)
    {
        try
        {
            // Either serves for signing: GM/T 0015 gives signing certificates both.
            var extensions = certificate.Extensions;
            return extensions.Allows(KeyUsages.DigitalSignature) || extensions.Allows(KeyUsages.NonRepudiation) ? null : KeyUsageWrong;
        }
        catch (PkiRefusedException)
        {
            return KeyUsageWrong;
        }
    }

    public SealFinding? ValidityFailure(PkiCertificate certificate, DateTimeOffset instant) =>
        certificate.IsValidAt(instant) ? null : instant < certificate.NotBefore ? NotYetValid : Expired;

    /// <summary>
    /// Asks at the nearest instant at which the certificate itself is valid: that it is not is told by its own step, and by that alone.
    /// </summary>
    public CertificateJudgement Ask(SealTrust trust, PkiCertificate certificate, DateTimeOffset instant, IReadOnlyList<PkiCertificate> others)
    {
        var nearest = instant < certificate.NotBefore ? certificate.NotBefore : instant > certificate.NotAfter ? certificate.NotAfter : instant;
        return trust.Judge.Judge(certificate, Role, nearest, others);
    }
}
