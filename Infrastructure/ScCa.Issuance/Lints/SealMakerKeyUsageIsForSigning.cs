using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A seal maker signs seals, and cannot deny it.</summary>
internal sealed class SealMakerKeyUsageIsForSigning : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SealMakerKeyUsageIsForSigning), "GB/T 38540-2020; GM/T 0015", new LocalDate(2020, 10, 1), LintedUses.SealMaker,
        "制章人证书的 keyUsage 必须为关键扩展，且为 digitalSignature 和 nonRepudiation。请检查证书模板。",
        "A seal maker's keyUsage is critical and says digitalSignature and nonRepudiation. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.Says(certificate, NamedBits.DigitalSignature | NamedBits.NonRepudiation);
}
