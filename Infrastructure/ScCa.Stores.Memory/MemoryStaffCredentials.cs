using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

public sealed class MemoryStaffCredentials : IStaffCredentials
{
    private readonly Dictionary<string, byte[]> records = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    public ValueTask<ReadOnlyMemory<byte>?> Find(string account, CancellationToken cancellation)
    {
        StoredText.CheckName(account, nameof(account));
        cancellation.ThrowIfCancellationRequested();
        lock (changing)
        {
            return ValueTask.FromResult(records.TryGetValue(account, out var record) ? record.ToArray() : (ReadOnlyMemory<byte>?)null);
        }
    }

    public ValueTask<bool> Replace(string account, ReadOnlyMemory<byte>? known, ReadOnlyMemory<byte>? next, CancellationToken cancellation)
    {
        StoredText.CheckName(account, nameof(account));
        CredentialArguments.Check(known, next);
        cancellation.ThrowIfCancellationRequested();
        lock (changing)
        {
            if (!CredentialArguments.IsKnown(records.TryGetValue(account, out var record) ? record : (ReadOnlyMemory<byte>?)null, known))
            {
                return ValueTask.FromResult(false);
            }

            if (next is { } put)
            {
                records[account] = put.ToArray();
            }
            else
            {
                records.Remove(account);
            }

            return ValueTask.FromResult(true);
        }
    }
}
