using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A sign octet counts among the 20.</summary>
internal sealed class SerialFitsTwentyOctets : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SerialFitsTwentyOctets), "RFC 5280 §4.1.2.2", LintRule.Rfc5280Published, LintedUses.All,
        "序列号必须为正数且不超过 20 字节。请重新生成序列号。",
        "The serial number is positive and has at most 20 octets. Make another one.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.SerialNumber.Span is { Length: <= 20 } serial && serial[0] < 0x80 && serial.ContainsAnyExcept((byte)0);
}
