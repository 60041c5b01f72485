using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A certificate is public and cannot be taken back: the number of an identity card is nobody else's to read.</summary>
internal sealed class ResidentNumberStandsNotInTheName : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ResidentNumberStandsNotInTheName), "ScCa.Core; Personal Information Protection Law Art. 6; GB 11643", new LocalDate(2021, 11, 1), LintedUses.All,
        "主体名称中不得含居民身份证号码。请改用不能反推身份的编号。",
        "No subject attribute holds a resident identity number. Use a number that does not lead back to it.");

    private const int Length = 18;

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<byte> Checks => "10X98765432"u8;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (Holds(attribute.Value.Span))
                return false;
        }

        return true;
    }

    private static bool Holds(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + Length <= text.Length; at++)
        {
            var isAlone = (at == 0 || !char.IsAsciiDigit((char)text[at - 1])) && (at + Length == text.Length || !char.IsAsciiDigit((char)text[at + Length]));
            if (isAlone && IsNumber(text.Slice(at, Length)))
                return true;
        }

        return false;
    }

    // GB 11643-1999: six digits of place, eight of birth, three of order, and a check by ISO 7064 MOD 11-2.
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            if (!char.IsAsciiDigit((char)text[i]))
                return false;
            sum += (text[i] - '0') * Weights[i];
        }

        var century = (10 * (text[6] - '0')) + text[7] - '0';
        var (month, day) = ((10 * (text[10] - '0')) + text[11] - '0', (10 * (text[12] - '0')) + text[13] - '0');
        return century is 19 or 20 && month is >= 1 and <= 12 && day is >= 1 and <= 31 && (text[^1] & 0xDF) == (Checks[sum % 11] & 0xDF);
    }
}
