using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Fewer bits could not hold 64 unpredictable ones; that they are unpredictable is for whoever draws them to see to.</summary>
internal sealed class SerialHasSixtyFourBits : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SerialHasSixtyFourBits), "C1; CA/Browser Forum BR §7.1", new LocalDate(2016, 9, 30), LintedUses.All,
        "序列号至少要有 64 位。请用安全随机数重新生成序列号。",
        "The serial number has at least 64 bits. Make another one from secure random bits.");

    private const int Octets = 8;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.SerialNumber.Span.TrimStart((byte)0).Length >= Octets;
}
