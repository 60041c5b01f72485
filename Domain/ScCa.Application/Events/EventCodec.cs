using System.Text.Json;
using ScCa.Application.Ports;

namespace ScCa.Application.Events;

/// <summary>An event that cannot be read: its name is unknown or its bytes are not what the catalogue says. Nothing may be decided on such a stream.</summary>
public sealed class UnreadableEventException(StoredEvent stored, string reason, Exception? inner)
    : Exception($"Event at position {stored.Position} ({stored.Stream}, revision {stored.Revision}, {stored.Type}) cannot be read: {reason}", inner)
{
    public long Position { get; } = stored.Position;
}

/// <summary>Turns events into bytes, once, and bytes into events, failing closed.</summary>
public static class EventCodec
{
    private static readonly JsonSerializerOptions Json = StoredJson.Options;

    public static NewEvent Encode(object body, EventMetadata metadata, string commandId, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new NewEvent(
            EventCatalog.NameOf(body.GetType()),
            JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json),
            JsonSerializer.SerializeToUtf8Bytes(metadata, Json),
            commandId,
            ordinal);
    }

    public static RecordedEvent Decode(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var type = EventCatalog.TypeOf(stored.Type) ?? throw new UnreadableEventException(stored, "this version does not know the name.", null);
        try
        {
            return new RecordedEvent(Read(stored.Body, type), (EventMetadata)Read(stored.Metadata, typeof(EventMetadata)), stored);
        }
        catch (Exception reason) when (reason is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableEventException(stored, reason.Message, reason);
        }
    }

    private static object Read(ReadOnlyMemory<byte> bytes, Type type) =>
        JsonSerializer.Deserialize(bytes.Span, type, Json) ?? throw new JsonException("null is not an event.");
}
