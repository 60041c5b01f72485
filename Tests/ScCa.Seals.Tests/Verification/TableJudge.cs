using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Believes real paths to its roots, and knows who is revoked from a table.</summary>
internal sealed class TableJudge(params IReadOnlyList<PkiCertificate> roots) : ICertificateJudge
{
    private readonly Dictionary<PkiCertificate, CertificateJudgement> known = [];

    public IReadOnlyList<PkiCertificate> Intermediates { get; init; } = [];

    public TableJudge Revoking(PkiCertificate certificate, DateTimeOffset since, bool isKeySuspect = false)
    {
        known[certificate] = new(true, CertificateRevocation.Revoked, since) { IsKeySuspect = isKeySuspect };
        return this;
    }

    public TableJudge NotKnowing(PkiCertificate certificate)
    {
        known[certificate] = new(true, CertificateRevocation.Unknown);
        return this;
    }

    public CertificateJudgement Judge(PkiCertificate certificate, CertificateRole role, DateTimeOffset instant, IReadOnlyList<PkiCertificate> others)
    {
        var path = PathValidator.Validate(certificate, PathInputs.Of(roots, [.. Intermediates, .. others]), new PathOptions(instant));
        return known.GetValueOrDefault(certificate, new(true, CertificateRevocation.NotRevoked)) with { IsTrusted = path.IsValid };
    }
}
