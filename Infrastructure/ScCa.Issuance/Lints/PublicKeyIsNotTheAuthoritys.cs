using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Whoever holds the authority's key signs as the authority.</summary>
internal sealed class PublicKeyIsNotTheAuthoritys : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PublicKeyIsNotTheAuthoritys), "ScCa.Core", LintRule.HouseOpened, LintedUses.All & ~LintedUses.Root,
        "持有人的公钥不能是 CA 自己的公钥。请在密钥上重新生成密钥对。",
        "The key is not the authority's own. Make another key pair on the key.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => !certificate.SubjectPublicKeyInfo.Span.SequenceEqual(issuer.SubjectPublicKeyInfo.Span);
}
