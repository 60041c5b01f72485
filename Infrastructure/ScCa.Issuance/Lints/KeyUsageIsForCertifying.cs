using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>An authority's key certifies and revokes, and is asked for nothing else.</summary>
internal sealed class KeyUsageIsForCertifying : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyUsageIsForCertifying), "RFC 5280 §4.2.1.3; GM/T 0015", LintRule.Rfc5280Published, LintedUses.Authorities,
        "CA 证书的 keyUsage 必须为关键扩展，且为 keyCertSign 和 cRLSign。请检查证书模板。",
        "A CA's keyUsage is critical and says keyCertSign and cRLSign. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.Says(certificate, NamedBits.KeyCertSign | NamedBits.CrlSign);
}
