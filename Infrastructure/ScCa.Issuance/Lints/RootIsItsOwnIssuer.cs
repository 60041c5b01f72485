using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A root stands for itself.</summary>
internal sealed class RootIsItsOwnIssuer : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RootIsItsOwnIssuer), "RFC 5280 §3.2, §6.1", LintRule.Rfc5280Published, LintedUses.Root,
        "根证书的签发者必须是其主体，公钥必须是签名所用的公钥。请检查签发命令。",
        "A root's issuer is its subject, and its key is the one that signs. Check the ceremony's plan.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Subject.Span.SequenceEqual(certificate.Issuer.Span) && certificate.SubjectPublicKeyInfo.Span.SequenceEqual(issuer.SubjectPublicKeyInfo.Span);
}
