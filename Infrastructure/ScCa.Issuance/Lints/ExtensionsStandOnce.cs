namespace ScCa.Issuance.Lints;

/// <summary>Which of two would count?</summary>
internal sealed class ExtensionsStandOnce : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ExtensionsStandOnce), "RFC 5280 §4.2", LintRule.Rfc5280Published,
        "同一扩展只能出现一次。请检查证书模板。",
        "No extension stands twice. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Extensions.DistinctBy(extension => extension.Oid).Count() == certificate.Extensions.Count;
}
