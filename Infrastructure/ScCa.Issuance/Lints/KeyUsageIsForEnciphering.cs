using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The key of an encryption certificate is known to the key management: it must sign nothing.</summary>
internal sealed class KeyUsageIsForEnciphering : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyUsageIsForEnciphering), "GM/T 0015; RFC 5280 §4.2.1.3", new LocalDate(2012, 11, 22), LintedUses.HolderEncryption,
        "加密证书的 keyUsage 必须为关键扩展，且为 keyEncipherment、dataEncipherment、keyAgreement。请检查证书模板。",
        "An encryption certificate's keyUsage is critical and says keyEncipherment, dataEncipherment and keyAgreement. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.Says(certificate, NamedBits.KeyEncipherment | NamedBits.DataEncipherment | NamedBits.KeyAgreement);
}
