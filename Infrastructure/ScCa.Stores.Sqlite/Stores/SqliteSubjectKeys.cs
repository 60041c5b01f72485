using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Stores;

internal sealed class SqliteSubjectKeys(Database vault) : ISubjectKeys
{
    private const string Select = "SELECT wrapped_key FROM subject_keys WHERE subject = ?1";
    private const string Insert = "INSERT INTO subject_keys (subject, wrapped_key) VALUES (?1, ?2)";

    public ValueTask<ReadOnlyMemory<byte>?> Find(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        return ValueTask.FromResult(vault.Reads.Read(connection => Find(connection, subject), cancellation));
    }

    public ValueTask<ReadOnlyMemory<byte>> AddIfAbsent(string subject, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        ArgumentOutOfRangeException.ThrowIfZero(wrappedKey.Length, nameof(wrappedKey));
        return new(vault.Writes.Commit(connection => Find(connection, subject) ?? Add(connection, subject, wrappedKey), cancellation));
    }

    private static ReadOnlyMemory<byte>? Find(Connection connection, string subject)
    {
        using var row = connection.Prepare(Select).Bind(1, subject);
        return row.Step() ? row.Blob(0) : (ReadOnlyMemory<byte>?)null;
    }

    private static ReadOnlyMemory<byte> Add(Connection connection, string subject, ReadOnlyMemory<byte> wrappedKey)
    {
        using var insert = connection.Prepare(Insert).Bind(1, subject).Bind(2, wrappedKey.Span);
        insert.Step();
        return wrappedKey.ToArray();
    }
}
