using ScCa.Stores.Sqlite.Reading;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>One SQLite connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>How long a lock of another process is waited for.</summary>
    private const int BusyTimeoutMs = 10_000;

    private const int ConfigureDefensive = 1010;
    private const int ConfigureNoCheckpointOnClose = 1006;

    private readonly sqlite3 handle;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly ReadTally reads;
    private readonly ConnectionTally tally;

    private Connection(sqlite3 handle, string path, ReadTally reads)
    {
        (this.handle, Path, this.reads) = (handle, path, reads);
        tally = reads.Opened();
    }

    public string Path { get; }

    public bool IsInTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(handle);

    internal sqlite3 Handle => handle;

    /// <summary>The connection that writes and checkpoints. The file exists: it was made with its permissions before.</summary>
    public static Connection OpenWriter(string path, ReadTally reads) => Open(path, raw.SQLITE_OPEN_READWRITE, reads);

    public static Connection OpenReader(string path, ReadTally reads)
    {
        var connection = Open(path, raw.SQLITE_OPEN_READONLY, reads);
        connection.Run("PRAGMA query_only=ON");
        return connection;
    }

    private static Connection Open(string path, int access, ReadTally reads)
    {
        var result = raw.sqlite3_open_v2(path, out var handle, access | raw.SQLITE_OPEN_NOMUTEX, null);
        var connection = new Connection(handle, path, reads);
        try
        {
            connection.Check(result);
            connection.Check(raw.sqlite3_extended_result_codes(handle, 1));
            connection.Check(raw.sqlite3_busy_timeout(handle, BusyTimeoutMs));
            connection.Configure(ConfigureDefensive);
            connection.Configure(ConfigureNoCheckpointOnClose);
            // Before 3.51.3 a checkpoint beside another connection's commit can corrupt the log: none happens by itself (see CommitQueue).
            connection.Run("PRAGMA wal_autocheckpoint=0");
            connection.Run("PRAGMA mmap_size=0");
            connection.Run("PRAGMA trusted_schema=OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Configure(int option) => Check(raw.sqlite3_db_config(handle, option, 1, out _));

    /// <summary>The prepared statement of this fixed text, ready to be bound; disposing gives it back.</summary>
    public Statement.Use Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(handle, sql, out var prepared));
            statements[sql] = statement = new(this, prepared, tally.Statements.GetOrAdd(sql, _ => new()));
        }

        return new(statement);
    }

    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        while (statement.Step())
        {
        }
    }

    public long AskNumber(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public string AskText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    /// <summary>Adds the pages that this connection has read since the last time to its tally. Called by the thread that has it, when a turn ends.</summary>
    public void CountPages() => tally.Count(Taken(raw.SQLITE_DBSTATUS_CACHE_HIT), Taken(raw.SQLITE_DBSTATUS_CACHE_MISS));

    /// <summary>Pages this connection has written since the last time it was asked.</summary>
    public int TakePagesWritten() => Taken(raw.SQLITE_DBSTATUS_CACHE_WRITE);

    /// <summary>Whether the whole log came to rest in the database file; another process's lock can be in the way.</summary>
    public bool Checkpoint(int mode)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(handle, "main", mode, out var inLog, out var copied);
        if ((result & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }

        Check(result);
        return inLog == copied;
    }

    private int Taken(int what)
    {
        Check(raw.sqlite3_db_status(handle, what, out var taken, out _, resetFlg: 1));
        return taken;
    }

    public void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteStoreException(result, $"{System.IO.Path.GetFileName(Path)}: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        if (!handle.IsInvalid)
            CountPages();
        reads.Closed(tally);
        handle.Dispose();
    }
}
