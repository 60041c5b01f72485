using System.Globalization;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Stores.Contract;

/// <summary>Events to append, distinguishable by their text.</summary>
public static class Given
{
    public static readonly Instant RecordedAt = Instant.FromUtc(2026, 1, 8, 16, 0).PlusTicks(1_234_567);

    /// <summary>One event of one command.</summary>
    public static NewEvent Event(string command, string body = "{}") => Event(command, 0, body);

    public static NewEvent Event(string command, int ordinal, string body = "{}") =>
        new("renewal-applied", Encoding.UTF8.GetBytes(body), Encoding.UTF8.GetBytes("{\"by\":\"test\"}"), command, ordinal);

    /// <summary>Several events of one command.</summary>
    public static NewEvent[] Events(string command, int count) =>
        [.. Enumerable.Range(0, count).Select(ordinal => Event(command, ordinal, string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{ordinal}}}")))];

    public static ValueTask<AppendResult> Append(this IEventStore store, string stream, long expected, params NewEvent[] events) =>
        store.Append(stream, expected, events, RecordedAt, CancellationToken.None);

    public static ViewRow Row(string key, string partition, string sort, string body = "{}") => new(key, partition, sort, Encoding.UTF8.GetBytes(body));

    /// <summary>A key, wrapped under the first version of the master key.</summary>
    public static WrappedKey Key(params byte[] bytes) => new(1, bytes);

    public static string Text(this ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
