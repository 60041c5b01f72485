using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Of a delta's address the same is asked as of its whole list's.</summary>
internal sealed class DeltaListIsReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(DeltaListIsReachable), "RFC 5280 §4.2.1.15, §8", LintRule.Rfc5280Published, LintedUses.All,
        "freshestCRL 只能给出 http 地址。请检查证书模板的 deltaCrl。",
        "freshestCRL gives http addresses only. Check the profile's deltaCrl.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        !certificate.TryFind(OidOctets.FreshestCrl, out var extension) || ListAddresses.AreHttpOnly(extension.Value.Span);
}
