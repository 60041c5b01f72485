using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A list behind https would need its own revocation data to be fetched; one without an address cannot be fetched at all.</summary>
internal sealed class RevocationListIsReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RevocationListIsReachable), "RFC 5280 §4.2.1.13, §8", LintRule.Rfc5280Published, LintedUses.All,
        "cRLDistributionPoints 只能给出 http 地址。请检查证书模板的配置。",
        "cRLDistributionPoints gives http addresses only. Check the profile's settings.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        !certificate.TryFind(OidOctets.CrlDistributionPoints, out var extension) || ListAddresses.AreHttpOnly(extension.Value.Span);
}
