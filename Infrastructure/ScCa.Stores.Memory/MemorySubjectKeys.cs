using System.Collections.Concurrent;
using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

public sealed class MemorySubjectKeys : ISubjectKeys
{
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    public ValueTask<ReadOnlyMemory<byte>?> Find(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(keys.TryGetValue(subject, out var key) ? Copy(key) : (ReadOnlyMemory<byte>?)null);
    }

    public ValueTask<ReadOnlyMemory<byte>> AddIfAbsent(string subject, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        ArgumentOutOfRangeException.ThrowIfZero(wrappedKey.Length, nameof(wrappedKey));
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Copy(keys.GetOrAdd(subject, _ => wrappedKey.ToArray())));
    }

    // A caller that wipes what it was given must not wipe the key that is kept.
    private static ReadOnlyMemory<byte> Copy(byte[] key) => key.ToArray();
}
