using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A root cannot revoke itself: pointers to its own status would promise what nobody can keep.</summary>
internal sealed class RootPointsNowhere : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RootPointsNowhere), "RFC 5280 §4.2.1.13, §6.1; CA/Browser Forum BR §7.1.2.1", LintRule.Rfc5280Published, LintedUses.Root,
        "根证书不得含 cRLDistributionPoints、freshestCRL 和 authorityInfoAccess。请检查证书模板。",
        "A root has no cRLDistributionPoints, no freshestCRL and no authorityInfoAccess. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        !certificate.Has(OidOctets.CrlDistributionPoints) && !certificate.Has(OidOctets.FreshestCrl) && !certificate.Has(OidOctets.AuthorityInformationAccess);
}
