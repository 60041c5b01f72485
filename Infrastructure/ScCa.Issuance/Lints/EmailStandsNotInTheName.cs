using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>An address belongs where it can be verified: in subjectAltName.</summary>
internal sealed class EmailStandsNotInTheName : ILint
{
    public LintRule Rule { get; } = new(
        nameof(EmailStandsNotInTheName), "RFC 5280 §4.1.2.6", LintRule.Rfc5280Published, LintedUses.All,
        "主体名称中不得含电子邮件地址。请检查证书模板。",
        "The subject has no emailAddress attribute. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Names(OidOctets.EmailAddress);
}
