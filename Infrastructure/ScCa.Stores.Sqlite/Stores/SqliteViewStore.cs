using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Stores;

internal sealed class SqliteViewStore(Database history) : IViewStore
{
    private const string SelectVersion = "SELECT version, checkpoint FROM views WHERE view_name = ?1";
    private const string SelectRow = "SELECT row_key, row_partition, row_sort, body FROM view_rows WHERE view_name = ?1 AND row_key = ?2";
    private const string DeleteRow = "DELETE FROM view_rows WHERE view_name = ?1 AND row_key = ?2";

    private const string DeleteRows = "DELETE FROM view_rows WHERE view_name = ?1";

    // Every text is at least '' and less than any blob: an open end needs no second statement.
    private const string SelectRows =
        """
        SELECT row_key, row_partition, row_sort, body FROM view_rows
        WHERE view_name = ?1 AND row_partition = ?2 AND row_sort >= ?3 AND row_sort <= ?4
        ORDER BY row_sort, row_key LIMIT ?5
        """;

    private const string SelectRowsAfter =
        """
        SELECT row_key, row_partition, row_sort, body FROM view_rows
        WHERE view_name = ?1 AND row_partition = ?2 AND (row_sort, row_key) > (?3, ?4) AND row_sort <= ?5
        ORDER BY row_sort, row_key LIMIT ?6
        """;

    private const string SaveCheckpoint =
        """
        INSERT INTO views (view_name, version, checkpoint) VALUES (?1, ?2, ?3)
        ON CONFLICT (view_name) DO UPDATE SET version = excluded.version, checkpoint = excluded.checkpoint
        """;

    private const string SaveRow =
        """
        INSERT INTO view_rows (view_name, row_key, row_partition, row_sort, body) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (view_name, row_key) DO UPDATE SET row_partition = excluded.row_partition, row_sort = excluded.row_sort, body = excluded.body
        """;

    public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        return ValueTask.FromResult(history.Reads.Read(
            connection => Checkpoint(connection, view, version), cancellation));
    }

    public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(key, nameof(key));
        return ValueTask.FromResult(history.Reads.Read(
            connection =>
            {
                using var row = connection.Prepare(SelectRow).Bind(1, view).Bind(2, key);
                return row.Step() ? Row(row) : null;
            },
            cancellation));
    }

    public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(partition, nameof(partition));
        StoredText.Check(from ?? "", nameof(from));
        StoredText.Check(to ?? "", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return ValueTask.FromResult(history.Reads.Read<IReadOnlyList<ViewRow>>(connection => Rows(connection, view, partition, from ?? "", to, max), cancellation));
    }

    public ValueTask<IReadOnlyList<ViewRow>> QueryAfter(
        string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(partition, nameof(partition));
        StoredText.Check(after.Sort, nameof(after));
        StoredText.Check(after.Key, nameof(after));
        StoredText.Check(to ?? "", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        return ValueTask.FromResult(history.Reads.Read<IReadOnlyList<ViewRow>>(connection => RowsAfter(connection, view, partition, after, to, max), cancellation));
    }

    public ValueTask<bool> Commit(
        string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation)
    {
        RowChangeArguments.Check(view, changes, checkpoint);
        return new(history.Writes.Commit(connection => Write(connection, view, version, expected, changes, checkpoint), cancellation));
    }

    private static long Checkpoint(Connection connection, string view, int version) =>
        Folded(connection, view) is var (folded, checkpoint) && folded == version ? checkpoint : 0;

    /// <summary>The version whose rows there are, and how far they were folded; null before anything.</summary>
    private static (long Version, long Checkpoint)? Folded(Connection connection, string view)
    {
        using var row = connection.Prepare(SelectVersion).Bind(1, view);
        return row.Step() ? (row.Number(0), row.Number(1)) : null;
    }

    private static bool Write(
        Connection connection, string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint)
    {
        // Within the transaction that writes, so that no other runner comes between.
        var folded = Folded(connection, view);
        if ((folded?.Version == version ? folded.Value.Checkpoint : 0) != expected)
        {
            return false;
        }

        // Decided here and not by a condition of the deletion: SQLite would ask it of each of the view's rows, at every commit.
        if (folded is { } other && other.Version != version)
        {
            using var delete = connection.Prepare(DeleteRows).Bind(1, view);
            delete.Step();
        }

        foreach (var change in changes)
        {
            Write(connection, view, change);
        }

        using var save = connection.Prepare(SaveCheckpoint).Bind(1, view).Bind(2, version).Bind(3, checkpoint);
        save.Step();
        return true;
    }

    private static void Write(Connection connection, string view, RowChange change)
    {
        if (change.Row is not { } row)
        {
            using var delete = connection.Prepare(DeleteRow).Bind(1, view).Bind(2, change.Key);
            delete.Step();
            return;
        }

        using var save = connection.Prepare(SaveRow).Bind(1, view).Bind(2, row.Key).Bind(3, row.Partition).Bind(4, row.Sort).Bind(5, row.Body.Span);
        save.Step();
    }

    private static List<ViewRow> Rows(Connection connection, string view, string partition, string from, string? to, int max)
    {
        using var select = connection.Prepare(SelectRows).Bind(1, view).Bind(2, partition).Bind(3, from).Bind(5, max);
        using var rows = to is null ? select.Bind(4, ReadOnlySpan<byte>.Empty) : select.Bind(4, to);
        return Rows(rows);
    }

    private static List<ViewRow> RowsAfter(Connection connection, string view, string partition, ViewPlace after, string? to, int max)
    {
        using var select = connection.Prepare(SelectRowsAfter).Bind(1, view).Bind(2, partition).Bind(3, after.Sort).Bind(4, after.Key).Bind(6, max);
        using var rows = to is null ? select.Bind(5, ReadOnlySpan<byte>.Empty) : select.Bind(5, to);
        return Rows(rows);
    }

    private static List<ViewRow> Rows(Statement.Use rows)
    {
        var found = new List<ViewRow>();
        while (rows.Step())
        {
            found.Add(Row(rows));
        }

        return found;
    }

    private static ViewRow Row(Statement.Use row) => new(row.Text(0), row.Text(1), row.Text(2), row.Blob(3));
}
