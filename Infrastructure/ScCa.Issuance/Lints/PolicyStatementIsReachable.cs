using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Who relies on a certificate must be able to read how it was issued.</summary>
internal sealed class PolicyStatementIsReachable : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PolicyStatementIsReachable), "RFC 5280 §4.2.1.4; Electronic Signature Law Art. 19", LintRule.Rfc5280Published, LintedUses.All,
        "证书策略的 CPS 限定符必须是 http 或 https 地址。请检查证书模板的配置。",
        "A policy's qualifiers are CPS pointers with http or https addresses. Check the profile's settings.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!certificate.TryFind(OidOctets.CertificatePolicies, out var extension))
            return true;
        var policies = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        var isReachable = true;
        while (policies.HasData)
        {
            var policy = new DerReader(policies.Read(DerTags.Sequence));
            policy.Read(DerTags.Oid);
            isReachable &= !policy.HasData || AreReachable(policy.Read(DerTags.Sequence));
            policy.End();
        }

        return isReachable;
    }

    private static bool AreReachable(ReadOnlySpan<byte> content)
    {
        var qualifiers = new DerReader(content);
        var isReachable = qualifiers.HasData;
        while (qualifiers.HasData)
        {
            var qualifier = new DerReader(qualifiers.Read(DerTags.Sequence));
            isReachable &= qualifier.Read(DerTags.Oid).SequenceEqual(OidOctets.CpsQualifier);
            var address = qualifier.Read(out var tag);
            isReachable &= tag == DerTags.Ia5String && (address.StartsWith("http://"u8) || address.StartsWith("https://"u8));
            qualifier.End();
        }

        return isReachable;
    }
}
