using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A certificate that is issued to the issuer's own name is taken for self-issued and does not count in a path's length.</summary>
internal sealed class SubjectIsAnotherThanTheIssuer : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectIsAnotherThanTheIssuer), "RFC 5280 §6.1", LintRule.Rfc5280Published, LintedUses.All & ~(LintedUses.Root | LintedUses.Cross),
        "除根证书和交叉证书外，主体名称不得与签发者相同。请检查主体名称。",
        "But for roots and cross-certificates, the subject is not the issuer. Check the subject.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.Subject.Span.SequenceEqual(certificate.Issuer.Span);
}
