using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;

namespace ScCa.Seals.Verification;

/// <summary>Judges by certification paths, revocation lists and OCSP responses (RFC 5280). Pure: what it is to know, it is given.</summary>
public sealed class PathJudge(PathInputs inputs) : ICertificateJudge
{
    /// <summary>How strictly the revocation of authorities is looked at; that of the certificate itself is always told.</summary>
    public RevocationDemand Demand { get; init; } = RevocationDemand.HardFail;

    public CertificateJudgement Judge(PkiCertificate certificate, CertificateRole role, DateTimeOffset instant, IReadOnlyList<PkiCertificate> others)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(others);
        var result = PathValidator.Validate(
            certificate, inputs with { Intermediates = [.. inputs.Intermediates, .. others] }, new PathOptions(instant) { Revocation = Demand });
        var isTrusted = result.Findings.All(IsOfOwnRevocation);
        var revocation = result.Revocation[0];
        return new(isTrusted, StateOf(revocation, isTrusted), revocation.RevokedAt) { IsKeySuspect = IsKeySuspect(revocation) };
    }

    private static bool IsOfOwnRevocation(PathCheck check) => check is { Step: PathStep.Revocation, Depth: 0 };

    private static CertificateRevocation StateOf(RevocationVerdict verdict, bool isTrusted) => verdict switch
    {
        { RevokedAt: not null } => CertificateRevocation.Revoked,
        { State: RevocationState.Good } => CertificateRevocation.NotRevoked,
        // Some certificates are never revoked; where something else is wrong, nobody has looked.
        { State: RevocationState.NotChecked } when isTrusted => CertificateRevocation.NotRevoked,
        _ => CertificateRevocation.Unknown,
    };

    // RFC 3161 §4 names the reasons that leave the key in its owner's hands; without one of them it may have been lost.
    private static bool IsKeySuspect(RevocationVerdict verdict) => verdict.RevokedAt is not null && verdict.Reason is not
        (RevocationReason.Unspecified or RevocationReason.AffiliationChanged or RevocationReason.Superseded or RevocationReason.CessationOfOperation);
}
