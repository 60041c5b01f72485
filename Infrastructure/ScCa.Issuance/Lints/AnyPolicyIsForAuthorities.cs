using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A certificate that was issued under every policy was issued under none.</summary>
internal sealed class AnyPolicyIsForAuthorities : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AnyPolicyIsForAuthorities), "RFC 5280 §4.2.1.4; ScCa.Core", LintRule.HouseOpened, LintedUses.All & ~LintedUses.Authorities,
        "anyPolicy 只能出现在 CA 证书中。请写明具体的证书策略。",
        "anyPolicy stands in CA certificates only. Name the policy itself.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.CertificatePolicies, out var extension))
            return true;
        var policies = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        while (policies.HasData)
        {
            if (new DerReader(policies.Read(DerTags.Sequence)).Read(DerTags.Oid).SequenceEqual(OidOctets.AnyPolicy))
                return false;
        }

        return true;
    }
}
