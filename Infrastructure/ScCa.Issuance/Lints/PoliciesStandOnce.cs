using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>"A certificate policy OID MUST NOT appear more than once."</summary>
internal sealed class PoliciesStandOnce : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PoliciesStandOnce), "RFC 5280 §4.2.1.4", LintRule.Rfc5280Published, LintedUses.All,
        "certificatePolicies 至少有一项，且同一策略只能出现一次。请检查证书模板。",
        "certificatePolicies has at least one policy, and none twice. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.CertificatePolicies, out var extension))
            return true;
        var content = DerReader.Only(extension.Value.Span, DerTags.Sequence);
        var policies = new DerReader(content);
        for (var count = 0; policies.HasData; count++)
        {
            if (StandsBefore(content, count, new DerReader(policies.Read(DerTags.Sequence)).Read(DerTags.Oid)))
                return false;
        }

        return !content.IsEmpty;
    }

    private static bool StandsBefore(ReadOnlySpan<byte> content, int count, ReadOnlySpan<byte> policy)
    {
        var earlier = new DerReader(content);
        for (var i = 0; i < count; i++)
        {
            if (new DerReader(earlier.Read(DerTags.Sequence)).Read(DerTags.Oid).SequenceEqual(policy))
                return true;
        }

        return false;
    }
}
