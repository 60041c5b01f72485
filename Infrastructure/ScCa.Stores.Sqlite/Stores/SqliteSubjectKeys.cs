using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Stores;

internal sealed class SqliteSubjectKeys(Database vault) : ISubjectKeys
{
    private const string Select = "SELECT master_version, wrapped_key FROM subject_keys WHERE subject = ?1";
    private const string SelectDestroyed = "SELECT 1 FROM destroyed_subjects WHERE subject = ?1";
    private const string SelectBefore = "SELECT subject, master_version, wrapped_key FROM subject_keys WHERE master_version < ?1 LIMIT ?2";
    private const string SelectVersion = "SELECT version FROM master_version";
    private const string Insert = "INSERT INTO subject_keys (subject, master_version, wrapped_key) VALUES (?1, ?2, ?3)";
    private const string Update = "UPDATE subject_keys SET master_version = ?2, wrapped_key = ?3 WHERE subject = ?1";
    private const string Delete = "DELETE FROM subject_keys WHERE subject = ?1";
    private const string InsertDestroyed = "INSERT OR IGNORE INTO destroyed_subjects (subject) VALUES (?1)";
    private const string RaiseVersion = "UPDATE master_version SET version = max(version, ?1)";

    public ValueTask<WrappedKey?> Find(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        return ValueTask.FromResult(vault.Reads.Read(connection => Find(connection, subject), cancellation));
    }

    public ValueTask<WrappedKey?> AddIfAbsent(string subject, WrappedKey key, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        SubjectKeyArguments.Check(key);
        return new(vault.Writes.Commit(
            connection => Has(connection, SelectDestroyed, subject) ? null : Find(connection, subject) ?? Put(connection, Insert, subject, key), cancellation));
    }

    public ValueTask<bool> Replace(string subject, WrappedKey known, WrappedKey next, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        SubjectKeyArguments.Check(known);
        SubjectKeyArguments.Check(next);
        return new(vault.Writes.Commit(
            connection =>
            {
                if (Find(connection, subject) != known)
                {
                    return false;
                }

                Put(connection, Update, subject, next);
                return true;
            },
            cancellation));
    }

    public async ValueTask Destroy(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        await vault.Writes.Commit(
            connection =>
            {
                Run(connection, Delete, subject);
                Run(connection, InsertDestroyed, subject);
                return true;
            },
            cancellation).ConfigureAwait(false);

        // Also where nothing was left to delete: the attempt before may have ended here.
        if (!await vault.Writes.BringToRest().ConfigureAwait(false))
        {
            throw new SqliteStoreException(raw.SQLITE_BUSY, "vault.db: another process keeps the log in use, and a destroyed key may still be read in it.");
        }
    }

    public ValueTask<IReadOnlyList<SubjectKey>> WrappedBefore(int version, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return ValueTask.FromResult<IReadOnlyList<SubjectKey>>(vault.Reads.Read(connection => Before(connection, version, max), cancellation));
    }

    public ValueTask<int> MasterVersion(CancellationToken cancellation) => ValueTask.FromResult(vault.Reads.Read(Version, cancellation));

    public async ValueTask RaiseMasterVersion(int version, CancellationToken cancellation) => await vault.Writes.Commit(
        connection =>
        {
            using var raise = connection.Prepare(RaiseVersion).Bind(1, version);
            raise.Step();
            return true;
        },
        cancellation).ConfigureAwait(false);

    private static WrappedKey? Find(Connection connection, string subject)
    {
        using var row = connection.Prepare(Select).Bind(1, subject);
        return row.Step() ? new WrappedKey((int)row.Number(0), row.Blob(1)) : null;
    }

    private static bool Has(Connection connection, string sql, string subject)
    {
        using var row = connection.Prepare(sql).Bind(1, subject);
        return row.Step();
    }

    private static List<SubjectKey> Before(Connection connection, int version, int max)
    {
        var found = new List<SubjectKey>();
        using var rows = connection.Prepare(SelectBefore).Bind(1, version).Bind(2, max);
        while (rows.Step())
        {
            found.Add(new SubjectKey(rows.Text(0), new WrappedKey((int)rows.Number(1), rows.Blob(2))));
        }

        return found;
    }

    private static int Version(Connection connection) => (int)connection.AskNumber(SelectVersion);

    // Asked in the transaction that writes: no key slips in under an old version after the new one was announced.
    private static WrappedKey Put(Connection connection, string sql, string subject, WrappedKey key)
    {
        SubjectKeyArguments.CheckVersion(key, Version(connection));
        using var change = connection.Prepare(sql).Bind(1, subject).Bind(2, key.MasterVersion).Bind(3, key.Bytes.Span);
        change.Step();
        return key with { Bytes = key.Bytes.ToArray() };
    }

    private static void Run(Connection connection, string sql, string subject)
    {
        using var change = connection.Prepare(sql).Bind(1, subject);
        change.Step();
    }
}
