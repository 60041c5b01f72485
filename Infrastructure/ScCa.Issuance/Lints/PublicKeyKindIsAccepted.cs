using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Few kinds of key, so that every verifier knows them.</summary>
internal sealed class PublicKeyKindIsAccepted : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PublicKeyKindIsAccepted), "GM/T 0015; RFC 5480 §2.1.1; RFC 3279 §2.3.1", new LocalDate(2009, 3, 1), LintedUses.All,
        "公钥必须是 SM2、P-256 或 RSA。请在密钥上重新生成密钥对。",
        "The public key is one of SM2, P-256 and RSA. Make another key pair on the key.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Key.Kind != LintedKeyKind.Other;
}
