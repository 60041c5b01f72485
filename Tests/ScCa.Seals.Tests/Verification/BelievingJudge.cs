using ScCa.Pki.Certificates;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Believes everybody: for tests that are about everything else.</summary>
internal sealed class BelievingJudge : ICertificateJudge
{
    public CertificateJudgement Judge(PkiCertificate certificate, CertificateRole role, DateTimeOffset instant, IReadOnlyList<PkiCertificate> others) =>
        new(true, CertificateRevocation.NotRevoked);
}
