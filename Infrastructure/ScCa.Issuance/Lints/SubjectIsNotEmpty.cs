using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A certificate names whom it is for.</summary>
internal sealed class SubjectIsNotEmpty : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectIsNotEmpty), "RFC 5280 §4.1.2.6", LintRule.Rfc5280Published, LintedUses.All,
        "主体名称及其各项都不能为空。请检查证书名称。",
        "The subject and each of its attributes are not empty. Check the certificate name.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (attribute.Value.IsEmpty)
                return false;
        }

        return !certificate.Attributes.IsEmpty;
    }
}
