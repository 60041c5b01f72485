using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Stamps are signed, nothing else.</summary>
internal sealed class TimestampKeyUsageIsForSigning : ILint
{
    public LintRule Rule { get; } = new(
        nameof(TimestampKeyUsageIsForSigning), "RFC 3161 §2.3; RFC 5280 §4.2.1.12", new LocalDate(2001, 8, 1), LintedUses.TimestampAuthority,
        "时间戳证书的 keyUsage 必须为关键扩展，且只含 digitalSignature 或 nonRepudiation。请检查证书模板。",
        "A timestamp authority's keyUsage is critical and says digitalSignature or nonRepudiation only. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.SaysOnly(certificate, NamedBits.DigitalSignature | NamedBits.NonRepudiation);
}
