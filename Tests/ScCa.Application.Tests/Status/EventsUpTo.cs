using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Tests.Status;

/// <summary>A store as it was when it held so many positions.</summary>
internal sealed class EventsUpTo(IEventStore real, long position) : IEventStore
{
    public async ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation) =>
        [.. (await real.ReadStream(stream, cancellation)).Where(e => e.Position <= position)];

    public async ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long revision, CancellationToken cancellation) =>
        [.. (await real.ReadStreamAfter(stream, revision, cancellation)).Where(e => e.Position <= position)];

    public async ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation) =>
        [.. (await real.ReadAll(afterPosition, max, cancellation)).Where(e => e.Position <= position)];

    public async ValueTask<long> LastPosition(CancellationToken cancellation) => Math.Min(position, await real.LastPosition(cancellation));

    public ValueTask<AppendResult> Append(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation) =>
        real.Append(stream, expectedRevision, events, recordedAt, cancellation);
}
