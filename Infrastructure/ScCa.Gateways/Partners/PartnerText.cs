using NodaTime;
using NodaTime.Text;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Partners;

/// <summary>The shapes of what partners write, and nothing else.</summary>
internal static class PartnerText
{
    private const int AddressLengthMax = 512;

    /// <summary>Our own numbers, as they may stand in a path.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Number(string number) => IsNumber(number)
        ? number
        : throw new ArgumentException("A number has 6 to 32 letters, digits, - or _.", nameof(number));

    public static bool IsNumber(string? text) => text is { Length: >= 6 and <= 32 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>A name that somebody else gives to a thing: it may end up in an event for good.</summary>
    public static bool IsReference(string? text) => text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    public static bool IsCode(string? text) => text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');

    public static Instant? Time(string? text) =>
        text is { Length: <= 40 } && OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out var time) ? time.ToInstant() : null;

    public static string Of(Instant instant) => OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(Offset.FromHours(8)));

    /// <summary>An address that people are sent to: protected on the way, without user name and fragment.</summary>
    public static Uri? Address(string? text)
    {
        if (text is not { Length: > 0 and <= AddressLengthMax } || !Uri.TryCreate(text, UriKind.Absolute, out var address))
            return null;
        try
        {
            RemoteAddress.Check(address, "");
            return address;
        }
        catch (GatewayRefusedException)
        {
            return null;
        }
    }
}
