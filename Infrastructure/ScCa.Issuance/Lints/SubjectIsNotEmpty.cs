namespace ScCa.Issuance.Lints;

/// <summary>A holder's certificate names the holder.</summary>
internal sealed class SubjectIsNotEmpty : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectIsNotEmpty), "RFC 5280 §4.1.2.6", LintRule.Rfc5280Published,
        "主体名称及其各项都不能为空。请检查证书名称。",
        "The subject and each of its attributes are not empty. Check the certificate name.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        SubjectAttribute.ReadAll(certificate.Subject) is { Count: > 0 } attributes && attributes.All(attribute => attribute.Value.Length > 0);
}
