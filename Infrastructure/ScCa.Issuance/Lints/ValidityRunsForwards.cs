using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A certificate that ends before it begins is never valid.</summary>
internal sealed class ValidityRunsForwards : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ValidityRunsForwards), "RFC 5280 §4.1.2.5", LintRule.Rfc5280Published, LintedUses.All,
        "生效时间必须早于失效时间。请检查签发计划。",
        "notBefore is earlier than notAfter. Check the plan.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.NotBefore < certificate.NotAfter;
}
