using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A delta counts on from a whole list: whoever is not told where that one is can do nothing with the delta.</summary>
internal sealed class DeltaListStandsBesideAWholeOne : ILint
{
    public LintRule Rule { get; } = new(
        nameof(DeltaListStandsBesideAWholeOne), "RFC 5280 §5.2.4, §6.3.3 (a)", LintRule.Rfc5280Published, LintedUses.All,
        "有 freshestCRL 就必须有 cRLDistributionPoints。请检查证书模板的 crl 和 deltaCrl。",
        "freshestCRL needs cRLDistributionPoints beside it. Check the profile's crl and deltaCrl.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Has(OidOctets.FreshestCrl) || certificate.Has(OidOctets.CrlDistributionPoints);
}
