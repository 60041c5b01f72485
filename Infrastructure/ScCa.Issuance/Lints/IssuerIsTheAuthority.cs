using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A chain is found by comparing these names.</summary>
internal sealed class IssuerIsTheAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(IssuerIsTheAuthority), "RFC 5280 §4.1.2.4, §7.1", LintRule.Rfc5280Published, LintedUses.All,
        "签发者名称必须与 CA 证书的主体名称逐字节一致。请检查 CA 证书。",
        "The issuer is, byte for byte, the subject of the CA certificate. Check the CA certificate.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Issuer.Span.SequenceEqual(issuer.Subject.Span);
}
