using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>What became of a certificate: the path that holds, or the one that came closest and what is wrong with it.</summary>
/// <param name="Path">The certificate that was asked about, then its issuers, without the anchor.</param>
/// <param name="Anchor">Null where no anchor was reached.</param>
/// <param name="Checks">Every step that was made, in the order of RFC 5280: from the anchor down. Revocation is looked at where everything else holds.</param>
/// <param name="Policies">The policies under which the path is valid (user-constrained-policy-set, §6.1.6); anyPolicy stands for all.</param>
/// <param name="Revocation">What is known of each certificate of the path, in its order.</param>
public sealed record PathResult(
    IReadOnlyList<PkiCertificate> Path, TrustAnchor? Anchor, IReadOnlyList<PathCheck> Checks, IReadOnlyCollection<string> Policies,
    IReadOnlyList<RevocationVerdict> Revocation)
{
    public bool IsValid => Findings.Count == 0;

    /// <summary>The steps that failed; the first is the one to tell.</summary>
    public IReadOnlyList<PathCheck> Findings { get; } = [.. Checks.Where(check => check.Finding is not null)];

    public PathCheck? FirstFinding => Findings.Count > 0 ? Findings[0] : null;
}
