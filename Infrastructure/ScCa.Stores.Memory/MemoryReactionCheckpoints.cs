using System.Collections.Concurrent;
using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

public sealed class MemoryReactionCheckpoints : IReactionCheckpoints
{
    private readonly ConcurrentDictionary<string, long> positions = new(StringComparer.Ordinal);

    public ValueTask<long> Load(string reaction, CancellationToken cancellation)
    {
        StoredText.CheckName(reaction, nameof(reaction));
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(positions.GetValueOrDefault(reaction));
    }

    public ValueTask Save(string reaction, long position, CancellationToken cancellation)
    {
        StoredText.CheckName(reaction, nameof(reaction));
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        cancellation.ThrowIfCancellationRequested();
        positions[reaction] = position;
        return ValueTask.CompletedTask;
    }
}
