using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Pairs of certificates are for SM2: their envelope is an SM2 envelope.</summary>
internal sealed class EncryptionKeyIsSm2 : ILint
{
    public LintRule Rule { get; } = new(
        nameof(EncryptionKeyIsSm2), "GM/T 0009 §7.4; GM/T 0015", new LocalDate(2012, 11, 22), LintedUses.HolderEncryption,
        "加密证书的公钥必须是 SM2。请检查密钥管理。",
        "An encryption certificate's key is on SM2. Check the key management.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Key.Kind is LintedKeyKind.Sm2 or LintedKeyKind.Other;
}
