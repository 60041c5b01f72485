using NodaTime;

namespace ScCa.Issuance.Lints.Reading;

/// <summary>Time, RFC 5280 §4.1.2.5, in either of its encodings: to the second, in UTC, as DER has it (X.690 §11.7, §11.8).</summary>
internal static class DerTimes
{
    private const int UtcCharacters = 13;
    private const int GeneralizedCharacters = 15;

    public static Instant Read(byte tag, ReadOnlySpan<byte> content) => tag switch
    {
        DerTags.UtcTime when content.Length == UtcCharacters => Of(Century(Digits(content, 0, 2)), content[2..]),
        DerTags.GeneralizedTime when content.Length == GeneralizedCharacters => Of(Digits(content, 0, 4), content[4..]),
        _ => throw DerReader.Unreadable,
    };

    // RFC 5280 §4.1.2.5.1: two digits below 50 are of this century.
    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    private static Instant Of(int year, ReadOnlySpan<byte> rest)
    {
        var (month, day, hour, minute, second) = (Digits(rest, 0, 2), Digits(rest, 2, 2), Digits(rest, 4, 2), Digits(rest, 6, 2), Digits(rest, 8, 2));
        if (rest[10] != 'Z' || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            throw DerReader.Unreadable;
        return Instant.FromUtc(year, month, day, hour, minute, second);
    }

    private static int Digits(ReadOnlySpan<byte> text, int at, int count)
    {
        var number = 0;
        foreach (var digit in text.Slice(at, count))
            number = digit is >= (byte)'0' and <= (byte)'9' ? (10 * number) + digit - '0' : throw DerReader.Unreadable;
        return number;
    }
}
