using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A holder signs; only authorities sign certificates and revocation lists.</summary>
internal sealed class KeyUsageIsForSigning : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyUsageIsForSigning), "RFC 5280 §4.2.1.3; GM/T 0015", LintRule.Rfc5280Published, LintedUses.HolderSigning,
        "keyUsage 必须存在、为关键扩展，且只含 digitalSignature 和 nonRepudiation。请检查证书模板。",
        "keyUsage is there, is critical, and says digitalSignature and nonRepudiation only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.Says(certificate, NamedBits.DigitalSignature | NamedBits.NonRepudiation);
}
