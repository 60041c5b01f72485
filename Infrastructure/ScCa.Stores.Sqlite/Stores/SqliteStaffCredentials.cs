using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Stores;

internal sealed class SqliteStaffCredentials(Database vault) : IStaffCredentials
{
    private const string Select = "SELECT credential FROM staff_credentials WHERE account = ?1";
    private const string Upsert =
        "INSERT INTO staff_credentials (account, credential) VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET credential = excluded.credential";
    private const string Delete = "DELETE FROM staff_credentials WHERE account = ?1";

    public ValueTask<ReadOnlyMemory<byte>?> Find(string account, CancellationToken cancellation)
    {
        StoredText.CheckName(account, nameof(account));
        return ValueTask.FromResult(vault.Reads.Read(connection => Find(connection, account), cancellation));
    }

    public ValueTask<bool> Replace(string account, ReadOnlyMemory<byte>? known, ReadOnlyMemory<byte>? next, CancellationToken cancellation)
    {
        StoredText.CheckName(account, nameof(account));
        CredentialArguments.Check(known, next);
        return new(vault.Writes.Commit(
            connection =>
            {
                // Looked at and replaced in one transaction of the only writer there is.
                if (!CredentialArguments.IsKnown(Find(connection, account), known))
                {
                    return false;
                }

                Put(connection, account, next);
                return true;
            },
            cancellation));
    }

    private static ReadOnlyMemory<byte>? Find(Connection connection, string account)
    {
        using var row = connection.Prepare(Select).Bind(1, account);
        return row.Step() ? row.Blob(0) : (ReadOnlyMemory<byte>?)null;
    }

    private static void Put(Connection connection, string account, ReadOnlyMemory<byte>? next)
    {
        using var change = next is { } put ? connection.Prepare(Upsert).Bind(1, account).Bind(2, put.Span) : connection.Prepare(Delete).Bind(1, account);
        change.Step();
    }
}
