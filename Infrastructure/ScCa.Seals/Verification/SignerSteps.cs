using ScCa.Pki.Certificates;

namespace ScCa.Seals.Verification;

/// <summary>Whether the signer's certificate could be believed when it signed.</summary>
internal sealed class SignerSteps(SealTrust trust, StepSheet sheet)
{
    private static readonly CertificateSteps Signer = CertificateSteps.Signer;

    /// <param name="others">Certificates that came along.</param>
    public void Tell(PkiCertificate certificate, DateTimeOffset instant, bool isTimeTrusted, IReadOnlyList<PkiCertificate> others)
    {
        var judgement = Signer.Ask(trust, certificate, instant, others);
        sheet.Tell(Signer.Chain, judgement.IsTrusted ? null : Signer.NotTrusted);
        TellValidity(certificate, instant, isTimeTrusted);
        TellRevocation(judgement, instant, isTimeTrusted);
    }

    private void TellValidity(PkiCertificate certificate, DateTimeOffset instant, bool isTimeTrusted)
    {
        if (Signer.ValidityFailure(certificate, instant) is { } invalid)
            sheet.Fail(Signer.Validity, invalid);
        else if (certificate.IsValidAt(trust.Now))
            sheet.Pass(Signer.Validity);
        else if (trust.Policy.ExpiredSinceNeedsTimestamp && !isTimeTrusted)
            sheet.Fail(Signer.Validity, SealFinding.SignerExpiredWithoutTimestamp);
        else
            sheet.Pass(Signer.Validity, SealFinding.ExpiredSince);
    }

    private void TellRevocation(CertificateJudgement judgement, DateTimeOffset instant, bool isTimeTrusted)
    {
        switch (judgement.Revocation)
        {
            case CertificateRevocation.NotRevoked:
                sheet.Pass(Signer.Revocation);
                break;
            // Nobody looks for the revocation of a certificate that no authority stands behind.
            case CertificateRevocation.Unknown when !judgement.IsTrusted:
                sheet.Leave(Signer.Revocation, SealFinding.NotReached);
                break;
            case CertificateRevocation.Unknown when trust.Policy.AcceptsUnknownRevocation:
                sheet.Pass(Signer.Revocation, SealFinding.RevocationUnknownAccepted);
                break;
            case CertificateRevocation.Unknown:
                sheet.Fail(Signer.Revocation, Signer.RevocationUnknown);
                break;
            case CertificateRevocation.Revoked when judgement.RevokedAt is not { } since || since <= instant:
                sheet.Fail(Signer.Revocation, Signer.Revoked);
                break;
            case CertificateRevocation.Revoked when trust.Policy.RevokedSinceNeedsTimestamp && !isTimeTrusted:
                sheet.Fail(Signer.Revocation, SealFinding.SignerRevokedWithoutTimestamp);
                break;
            default:
                sheet.Pass(Signer.Revocation, SealFinding.RevokedSince);
                break;
        }
    }
}
