using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

/// <summary>Streams of events in one list. Positions are the places in that list, so they have no gaps here; no reader may rely on it.</summary>
public sealed class MemoryEventStore : IEventStore
{
    private readonly Lock gate = new();
    private readonly List<StoredEvent> all = [];
    private readonly Dictionary<string, Stream> streams = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation) =>
        ReadStreamAfter(stream, IEventStore.NoStream, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long revision, CancellationToken cancellation)
    {
        StoredText.CheckName(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, IEventStore.NoStream);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            IReadOnlyList<StoredEvent> events = streams.TryGetValue(stream, out var found) ? [.. found.Events.Where(e => e.Revision > revision)] : [];
            return ValueTask.FromResult(events);
        }
    }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var start = (int)Math.Min(afterPosition, all.Count);
            IReadOnlyList<StoredEvent> events = all.GetRange(start, Math.Min(max, all.Count - start));
            return ValueTask.FromResult(events);
        }
    }

    public ValueTask<long> LastPosition(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult((long)all.Count);
        }
    }

    public ValueTask<AppendResult> Append(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation)
    {
        AppendArguments.Check(stream, expectedRevision, events);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(Decide(stream, expectedRevision, events, Instant.FromUnixTimeTicks(recordedAt.ToUnixTimeTicks())));
        }
    }

    private AppendResult Decide(string name, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt)
    {
        var known = streams.GetValueOrDefault(name);
        if (known is not null && events.Any(added => known.Commands.Contains(added.CommandId)))
        {
            return new(AppendOutcome.CommandAlreadyRecorded, 0);
        }

        var last = known is null ? IEventStore.NoStream : known.Events.Count - 1;
        if (last != expectedRevision)
        {
            return new(AppendOutcome.WrongRevision, 0);
        }

        var stream = known ?? (streams[name] = new());
        foreach (var added in events)
        {
            // The caller may use its buffers again after the answer: what is kept is a copy.
            var stored = new StoredEvent(
                all.Count + 1, name, stream.Events.Count, added.Type, added.Body.ToArray(), added.Metadata.ToArray(), added.CommandId, added.Ordinal, recordedAt);
            all.Add(stored);
            stream.Events.Add(stored);
            stream.Commands.Add(added.CommandId);
        }

        return new(AppendOutcome.Appended, all.Count);
    }

    private sealed class Stream
    {
        public List<StoredEvent> Events { get; } = [];

        public HashSet<string> Commands { get; } = new(StringComparer.Ordinal);
    }
}
