using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Tests;

internal enum FaultKind
{
    /// <summary>The append failed and nothing was written.</summary>
    NotWritten,

    /// <summary>The append was written, and the answer was lost.</summary>
    Written,
}

/// <summary>The process died here.</summary>
internal sealed class CrashException : Exception;

/// <summary>A store whose n-th append dies, once, in one of the two ways that an append can die.</summary>
internal sealed class FaultyEventStore(IEventStore real) : IEventStore
{
    private int appends;

    public int FaultAt { get; set; } = int.MaxValue;

    public FaultKind Kind { get; set; }

    public int Appends => Volatile.Read(ref appends);

    public bool HasFaulted { get; private set; }

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, CancellationToken cancellation) => real.ReadStream(stream, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAfter(string stream, long revision, CancellationToken cancellation) =>
        real.ReadStreamAfter(stream, revision, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> ReadAll(long afterPosition, int max, CancellationToken cancellation) =>
        real.ReadAll(afterPosition, max, cancellation);

    public ValueTask<long> LastPosition(CancellationToken cancellation) => real.LastPosition(cancellation);

    public async ValueTask<AppendResult> Append(
        string stream, long expectedRevision, IReadOnlyList<NewEvent> events, Instant recordedAt, CancellationToken cancellation)
    {
        var isFault = Interlocked.Increment(ref appends) == FaultAt;
        if (isFault && Kind == FaultKind.NotWritten)
            throw Crash();
        var result = await real.Append(stream, expectedRevision, events, recordedAt, cancellation);
        return isFault ? throw Crash() : result;
    }

    private CrashException Crash()
    {
        HasFaulted = true;
        return new CrashException();
    }
}
