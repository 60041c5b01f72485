using System.Collections.Concurrent;
using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

public sealed class MemoryMaterialStore : IMaterialStore
{
    private readonly ConcurrentDictionary<(string Subject, string Name), byte[]> contents = new();

    public ValueTask Put(string subject, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        MaterialArguments.Check(subject, name);
        ArgumentOutOfRangeException.ThrowIfZero(content.Length, nameof(content));
        cancellation.ThrowIfCancellationRequested();
        contents[(subject, name)] = content.ToArray();
        return ValueTask.CompletedTask;
    }

    public ValueTask<ReadOnlyMemory<byte>?> Find(string subject, string name, int bytesMax, CancellationToken cancellation)
    {
        MaterialArguments.Check(subject, name);
        cancellation.ThrowIfCancellationRequested();
        if (!contents.TryGetValue((subject, name), out var content))
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        }

        return content.Length <= bytesMax
            ? ValueTask.FromResult<ReadOnlyMemory<byte>?>(content.ToArray())
            : throw new InvalidDataException($"A material of {content.Length} bytes is longer than the {bytesMax} that were asked for.");
    }

    public ValueTask DeleteAll(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        cancellation.ThrowIfCancellationRequested();
        foreach (var place in contents.Keys.Where(place => place.Subject == subject))
        {
            contents.TryRemove(place, out _);
        }

        return ValueTask.CompletedTask;
    }
}
