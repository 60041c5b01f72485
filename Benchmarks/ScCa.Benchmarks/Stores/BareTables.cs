using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Stores.Sqlite;
using SQLitePCL;

namespace ScCa.Benchmarks.Stores;

/// <summary>
/// What peers write with: the store's own tables in a folder, prepared statements and one thread, as durably as the store (log, flush at every commit, same
/// library, same checkpoints). It asks nothing and decides nothing: the most that SQLite gives on this disk.
/// </summary>
public sealed class BareTables : IDisposable
{
    private const int PagesPerCheckpoint = 4096;

    private const string InsertStream = "INSERT INTO streams (name) VALUES (?1)";

    private const string InsertEvent =
        "INSERT INTO events (stream, revision, type, body, metadata, command_id, ordinal, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    private readonly sqlite3 database;
    private readonly sqlite3_stmt insertStream;
    private readonly sqlite3_stmt insertEvent;
    private readonly Dictionary<string, long> streams = new(StringComparer.Ordinal);
    private int pagesInLog;

    private BareTables(sqlite3 database)
    {
        this.database = database;
        foreach (var pragma in (string[])["journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0", "mmap_size=0", "cache_size=-32768"])
        {
            Run($"PRAGMA {pragma}");
        }

        insertStream = Prepare(InsertStream);
        insertEvent = Prepare(InsertEvent);
    }

    public static async Task<BareTables> In(string folder)
    {
        await SqliteStores.Open(new() { Folder = folder }, NullLogger.Instance).DisposeAsync(); // makes the tables
        return raw.sqlite3_open(Path.Combine(folder, "scca.db"), out var database) == raw.SQLITE_OK
            ? new(database)
            : throw new InvalidOperationException("The tables cannot be opened.");
    }

    public long Count
    {
        get
        {
            using var count = Prepare("SELECT count(*) FROM events");
            Check(raw.sqlite3_step(count));
            return raw.sqlite3_column_int64(count, 0);
        }
    }

    /// <summary>All of them in one transaction, which is durable when this returns.</summary>
    public void Write(IEnumerable<WorkloadRow> rows)
    {
        Run("BEGIN IMMEDIATE");
        foreach (var row in rows)
        {
            if (!streams.TryGetValue(row.Stream, out var stream))
            {
                streams[row.Stream] = stream = Begin(row.Stream);
            }

            Put(stream, row);
        }

        Run("COMMIT");
        Check(raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1));
        pagesInLog += pages;
        if (pagesInLog >= PagesPerCheckpoint)
        {
            Check(raw.sqlite3_wal_checkpoint_v2(database, "main", raw.SQLITE_CHECKPOINT_FULL, out _, out _));
            pagesInLog = 0;
        }
    }

    public void Dispose()
    {
        insertStream.Dispose();
        insertEvent.Dispose();
        database.Dispose();
    }

    private long Begin(string stream)
    {
        raw.sqlite3_bind_text(insertStream, 1, stream);
        Check(raw.sqlite3_step(insertStream));
        Check(raw.sqlite3_reset(insertStream));
        return raw.sqlite3_last_insert_rowid(database);
    }

    private void Put(long stream, WorkloadRow row)
    {
        raw.sqlite3_bind_int64(insertEvent, 1, stream);
        raw.sqlite3_bind_int64(insertEvent, 2, row.Revision);
        raw.sqlite3_bind_text(insertEvent, 3, row.Event.Type);
        raw.sqlite3_bind_blob(insertEvent, 4, row.Event.Body.Span);
        raw.sqlite3_bind_blob(insertEvent, 5, row.Event.Metadata.Span);
        raw.sqlite3_bind_text(insertEvent, 6, row.Event.CommandId);
        raw.sqlite3_bind_int64(insertEvent, 7, row.Event.Ordinal);
        raw.sqlite3_bind_int64(insertEvent, 8, AppendWorkload.RecordedAt.ToUnixTimeTicks());
        Check(raw.sqlite3_step(insertEvent));
        Check(raw.sqlite3_reset(insertEvent));
    }

    private void Run(string sql)
    {
        using var statement = Prepare(sql);
        Check(raw.sqlite3_step(statement));
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement));
        return statement;
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new InvalidOperationException($"SQLite {result}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
        }
    }
}
