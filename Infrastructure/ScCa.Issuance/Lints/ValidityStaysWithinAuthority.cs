using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Path validation needs every certificate of the path at once: what outlives its issuer cannot be verified to its end.</summary>
internal sealed class ValidityStaysWithinAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ValidityStaysWithinAuthority), "RFC 5280 §6.1.3 (a)(2)", LintRule.Rfc5280Published, LintedUses.All,
        "证书有效期必须落在 CA 证书的有效期之内。请先更新 CA 证书。",
        "The validity lies within that of the CA certificate. Renew the CA certificate first.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.NotBefore >= issuer.NotBefore && certificate.NotAfter <= issuer.NotAfter;
}
