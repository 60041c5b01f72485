using System.Formats.Asn1;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ScCa.Seals.Structures;

/// <summary>The times in seals: read as they come (UTCTime, GeneralizedTime with fractions and offsets, plain text), written strictly.</summary>
internal static partial class SealTime
{
    private const int LastUtcTimeYear = 2049;

    // A time that names no zone was written in China, where seals are made: not in the zone of the machine that happens to read it.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>UTCTime or GeneralizedTime, by X.680 rather than by DER: both occur in signed bytes that nobody can correct any more.</summary>
    public static DateTimeOffset Read(AsnReader reader)
    {
        var isUtcTime = reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime);
        if (!isUtcTime && !reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime))
            throw new AsnContentException("Not a time.");
        var text = Encoding.Latin1.GetString(reader.PeekContentBytes().Span);
        reader.ReadEncodedValue();
        return (isUtcTime ? ParseUtcTime(text) : ParseGeneralizedTime(text)) ?? throw new AsnContentException("Not a time.");
    }

    /// <summary>UTCTime or GeneralizedTime without their tags, or the text that some implementations put in their place.</summary>
    public static DateTimeOffset? ParseText(string text) => ParseUtcTime(text) ?? ParseGeneralizedTime(text) ?? ParsePlain(text);

    public static void WriteGeneralizedTime(AsnWriter writer, DateTimeOffset time) => writer.WriteGeneralizedTime(time.ToUniversalTime(), omitFractionalSeconds: true);

    public static void WriteUtcTime(AsnWriter writer, DateTimeOffset time) => writer.WriteUtcTime(time.ToUniversalTime(), LastUtcTimeYear);

    /// <summary>Without what the formats cannot carry.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    // RFC 5280 §4.1.2.5.1: two digits from 50 are of the last century.
    private static DateTimeOffset? ParseUtcTime(string text) =>
        UtcTime().Match(text) is { Success: true } found ? Of(found, Number(found, "y") is var y && y < 50 ? 2000 + y : 1900 + y) : null;

    private static DateTimeOffset? ParseGeneralizedTime(string text) => GeneralizedTime().Match(text) is { Success: true } found ? Of(found, Number(found, "y")) : null;

    private static DateTimeOffset? ParsePlain(string text) => PlainTime().Match(text) is { Success: true } found ? Of(found, Number(found, "y")) : null;

    private static DateTimeOffset? Of(Match found, int year)
    {
        try
        {
            var zone = found.Groups["zone"] is { Success: true } z ? Zone(z.Value) : China;
            var whole = new DateTimeOffset(year, Number(found, "mo"), Number(found, "d"), Number(found, "h"), Number(found, "mi"), Number(found, "s"), zone);
            return whole.Add(Fraction(found.Groups["f"].Value)).ToUniversalTime();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan Zone(string text)
    {
        if (text == "Z")
            return TimeSpan.Zero;
        var minutes = text.Length > 3 ? int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture) : 0;
        var span = new TimeSpan(int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture), minutes, 0);
        return text[0] == '-' ? -span : span;
    }

    private static TimeSpan Fraction(string digits) =>
        digits.Length == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture));

    private static int Number(Match found, string group) =>
        found.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>[0-9]{2})(?<mo>[0-9]{2})(?<d>[0-9]{2})(?<h>[0-9]{2})(?<mi>[0-9]{2})(?<s>[0-9]{2})?(?<zone>Z|[+-][0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex UtcTime();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<mo>[0-9]{2})(?<d>[0-9]{2})(?<h>[0-9]{2})((?<mi>[0-9]{2})((?<s>[0-9]{2})([.,](?<f>[0-9]{1,20}))?)?)?(?<zone>Z|[+-][0-9]{2}([0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex GeneralizedTime();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{2})-(?<d>[0-9]{2})[ T](?<h>[0-9]{2}):(?<mi>[0-9]{2}):(?<s>[0-9]{2})([.,](?<f>[0-9]{1,20}))?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainTime();
}
