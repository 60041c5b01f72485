using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Courier;

/// <summary>The bodies of the service <c>courier</c>, and what they mean.</summary>
internal static class CourierJson
{
    public const string Service = "courier";

    /// <summary>Of one body; a longer one is split.</summary>
    public const int EventsMax = 5000;

    /// <summary>Of what is printed.</summary>
    public const int LabelOctetsMax = 512 * 1024;

    /// <summary>Null where it makes no sense; the label must begin as its format begins.</summary>
    public static CourierLabel? Label(ReadOnlySpan<byte> body, string number)
    {
        if (PartnerJson.Read<Parcel>(body) is not { TrackingNumber: { } tracking, Label: { } base64 } parcel || parcel.Number != number
            || !TrackingText.IsTrackingNumber(tracking) || base64.Length > LabelOctetsMax * 4 / 3 + 4)
            return null;
        var octets = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, octets, out var length))
            return null;
        var content = octets.AsMemory(0, length);
        return parcel.Format switch
        {
            "pdf" when content.Span.StartsWith("%PDF-"u8) => new CourierLabel(number, tracking, LabelFormat.Pdf, content),
            "zpl" when content.Span.StartsWith("^XA"u8) => new CourierLabel(number, tracking, LabelFormat.Zpl, content),
            _ => null,
        };
    }

    /// <summary>The good events and the bad ones; null where there is no list of them at all.</summary>
    public static TrackingReport? Events(ReadOnlySpan<byte> body)
    {
        if (PartnerJson.Read<Pushed>(body) is not { Events: { Count: <= EventsMax } told })
            return null;
        var events = ImmutableArray.CreateBuilder<ToldTracking>();
        var bad = ImmutableArray.CreateBuilder<BadTracking>();
        foreach (var (i, element) in told.Index())
        {
            var (read, fault) = Read(element);
            if (read is not null)
                events.Add(new ToldTracking(i + 1, read));
            else
                bad.Add(new BadTracking(i + 1, fault!.Value));
        }

        return new TrackingReport(events.ToImmutable(), bad.ToImmutable());
    }

    public static Pushed Write(IEnumerable<TrackingEvent> events) => new(
        [.. events.Select(e => JsonSerializer.SerializeToElement(
            new Told(e.TrackingNumber, TrackingText.Of(e.Code), PartnerText.Of(e.At), TrackingText.Of(e.Signer)), JsonSerializerOptions.Web))]);

    // Element by element: one that is none costs only itself.
    private static (TrackingEvent? Event, TrackingFault? Fault) Read(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && PartnerJson.Read<Told>(element) is { } told
            ? TrackingText.Read(told.TrackingNumber, told.Event, told.Time, told.Signer)
            : (null, TrackingFault.FieldCount);

    internal sealed record Party(string? Name, string? Phone, string? Address);

    internal sealed record Order(string? Number, Party? Recipient, Party? Sender);

    internal sealed record Parcel(string? Number, string? TrackingNumber, string? Format, string? Label);

    internal sealed record Pushed(IReadOnlyList<JsonElement>? Events);

    internal sealed record Told(string? TrackingNumber, string? Event, string? Time, string? Signer);
}
