namespace ScCa.Issuance.Lints;

/// <summary>A certificate is valid for a time.</summary>
internal sealed class ValidityRunsForwards : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ValidityRunsForwards), "RFC 5280 §4.1.2.5", LintRule.Rfc5280Published,
        "生效时间必须早于失效时间。请检查签发计划。",
        "notBefore is before notAfter. Check the plan.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        ToBeSigned.ReadTime(certificate.NotBefore) < ToBeSigned.ReadTime(certificate.NotAfter);
}
