using System.Text;
using SQLitePCL;

namespace ScCa.Application.Tests.Bounded;

/// <summary>A database of a closed folder, opened for writing fast: without a log and without flushes, which whoever makes test data can do without.</summary>
internal sealed class BulkFile : IDisposable
{
    private readonly sqlite3 database;
    private readonly Dictionary<string, sqlite3_stmt> statements = new(StringComparer.Ordinal);

    public BulkFile(string path)
    {
        Check(raw.sqlite3_open(path, out database));
        foreach (var pragma in (string[])["journal_mode=DELETE", "journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-400000"])
            Run($"PRAGMA {pragma}");
    }

    public IReadOnlyList<object[]> Read(string sql, int columns)
    {
        var found = new List<object[]>();
        using var statement = Prepare(sql);
        while (Check(raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            found.Add([.. Enumerable.Range(0, columns).Select(column => Value(statement, column))]);
        return found;
    }

    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        while (Check(raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
        }
    }

    public Insertion Insert(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = Prepare(sql);
        return new(this, statement);
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        database.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement));
        return statement;
    }

    private static object Value(sqlite3_stmt statement, int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => raw.sqlite3_column_text(statement, column).utf8_to_string(),
    };

    private int Check(int result) => result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE
        ? result
        : throw new InvalidOperationException($"SQLite {result}: {raw.sqlite3_errmsg(database).utf8_to_string()}");

    /// <summary>One row, its values in the order of the statement's parameters.</summary>
    internal ref struct Insertion(BulkFile file, sqlite3_stmt statement)
    {
        private int parameter;

        public Insertion Number(long value)
        {
            file.Check(raw.sqlite3_bind_int64(statement, ++parameter, value));
            return this;
        }

        public Insertion Text(ReadOnlySpan<byte> utf8)
        {
            file.Check(utf8.IsEmpty ? raw.sqlite3_bind_text(statement, ++parameter, "") : raw.sqlite3_bind_text(statement, ++parameter, utf8));
            return this;
        }

        public Insertion Blob(ReadOnlySpan<byte> value)
        {
            file.Check(raw.sqlite3_bind_blob(statement, ++parameter, value));
            return this;
        }

        public Insertion All(params ReadOnlySpan<object> values)
        {
            foreach (var value in values)
            {
                _ = value switch
                {
                    long number => Number(number),
                    byte[] blob => Blob(blob),
                    _ => Text(Encoding.UTF8.GetBytes((string)value)),
                };
            }

            return this;
        }

        public readonly void Run()
        {
            file.Check(raw.sqlite3_step(statement));
            file.Check(raw.sqlite3_reset(statement));
        }
    }
}
