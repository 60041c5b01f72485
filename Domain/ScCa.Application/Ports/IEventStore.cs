using NodaTime;

namespace ScCa.Application.Ports;

/// <summary>An event as it goes in: its bytes are final and are never serialised again.</summary>
/// <param name="Type">The permanent stored name.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Metadata">UTF-8 JSON.</param>
/// <param name="CommandId">The command that caused it; with <paramref name="Ordinal"/> unique within the stream.</param>
/// <param name="Ordinal">Its place among the events of that command, from 0.</param>
public sealed record NewEvent(string Type, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Metadata, string CommandId, int Ordinal);

/// <summary>An event as it came to rest: bytes and names exactly as they went in.</summary>
/// <param name="Position">Its place among all events, rising, starting at 1; a position is never given twice, and gaps mean nothing.</param>
/// <param name="Revision">Its place in its stream, from 0, without gaps.</param>
/// <param name="RecordedAt">As given, cut to 100 nanoseconds.</param>
public sealed record StoredEvent(
    long Position, string Stream, long Revision, string Type, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Metadata, string CommandId, int Ordinal,
    Instant RecordedAt);

public enum AppendOutcome
{
    /// <summary>Durable: it survives a power cut from the moment this answer is given.</summary>
    Appended,

    /// <summary>The stream is not at the expected revision; nothing was written.</summary>
    WrongRevision,

    /// <summary>An event of one of these commands is in the stream already; nothing was written.</summary>
    CommandAlreadyRecorded,
}

/// <param name="LastPosition">The position of the last event written; 0 unless <see cref="AppendOutcome.Appended"/>.</param>
public readonly record struct AppendResult(AppendOutcome Outcome, long LastPosition);

/// <summary>
/// Streams of events. <b>Durability</b>: an append is acknowledged only when it is durable, all of its events or none. <b>Order</b>: a reader of
/// <see cref="ReadAll"/> that has seen position p never finds a smaller one later. <b>Concurrency</b>: safe from any thread; appends to one stream are
/// decided one after the other, by expected revision. A reader sees durable events only, and of one append all or none. An exception, of cancellation
/// too, leaves it open whether the append took place, unless the adapter promises more: read again before deciding again. The bytes given must not
/// change until the answer.
/// </summary>
public interface IEventStore
{
    /// <summary>The expected revision of a stream that must not exist yet.</summary>
    const long NoStream = -1;

    /// <summary>The whole stream in order; empty where there is none.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation);

    /// <summary>What the stream holds after a revision (<see cref="NoStream"/>: all of it), in order; empty where there is nothing.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long revision, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (at least 1) events of all streams after a position, in order; fewer only where there are no more.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation);

    /// <summary>The position of the last event; 0 where there is none.</summary>
    ValueTask<long> LastPosition(CancellationToken cancellation);

    /// <summary>
    /// Appends at the expected revision (the stream's last, or <see cref="NoStream"/>). Where both hold, <see cref="AppendOutcome.CommandAlreadyRecorded"/>
    /// is answered before <see cref="AppendOutcome.WrongRevision"/>. The events get adjoining revisions and rising positions in the order given.
    /// </summary>
    /// <exception cref="ArgumentException">What <see cref="AppendArguments.Check"/> turns down; nothing was written.</exception>
    ValueTask<AppendResult> Append(string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation);
}
