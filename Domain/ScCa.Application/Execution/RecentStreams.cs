using ScCa.Domain;

namespace ScCa.Application.Execution;

/// <summary>
/// Streams as they were last read. A stream's past never changes, so what was read of it stays right whoever writes to it meanwhile: only what came later is read
/// and folded again. As many are kept as are at work at once; of two generations the older is dropped whole.
/// </summary>
internal sealed class RecentStreams
{
    private const int StreamsPerGeneration = 256;

    // A stream that everybody writes to (the staff directory, a day's batch) may be longer than is worth keeping.
    private const int EventsMax = 256;

    private readonly Lock gate = new();
    private Dictionary<string, object> young = new(StringComparer.Ordinal);
    private Dictionary<string, object> old = new(StringComparer.Ordinal);

    /// <summary>As much of the stream as is known; nothing of it where it was not read lately.</summary>
    public StreamHistory<TState> Of<TState>(string stream) where TState : IEventSourced<TState>
    {
        lock (gate)
            return (young.GetValueOrDefault(stream) ?? old.GetValueOrDefault(stream)) as StreamHistory<TState> ?? StreamHistory<TState>.Empty;
    }

    public void Keep<TState>(string stream, StreamHistory<TState> history) where TState : IEventSourced<TState>
    {
        if (history.Events.Length is 0 or > EventsMax)
            return;
        lock (gate)
        {
            if (young.Count >= StreamsPerGeneration && !young.ContainsKey(stream))
                (old, young) = (young, new(StringComparer.Ordinal));
            young[stream] = history;
        }
    }
}
