using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Stores.Sqlite;
using SQLitePCL;

namespace ScCa.Benchmarks.Stores;

/// <summary>
/// The peer: one thread puts the same rows into the same tables with prepared statements, 1,000 to a transaction, as durably (log, flush at every
/// commit, same library, same checkpoints). It asks nothing, decides nothing and nobody waits for it: the most that SQLite gives on this disk.
/// </summary>
public static class PlainInserts
{
    private const int RowsPerTransaction = 1000;
    private const int PagesPerCheckpoint = 4096;

    private const string InsertStream = "INSERT INTO streams (name) VALUES (?1)";

    private const string Insert =
        "INSERT INTO events (stream, revision, type, body, metadata, command_id, ordinal, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public static async Task<double> RowsPerSecond(AppendWorkload workload, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        await SqliteStores.Open(new() { Folder = folder.Path }, NullLogger.Instance).DisposeAsync(); // makes the tables
        Check(null, raw.sqlite3_open(Path.Combine(folder.Path, "scca.db"), out var database));
        using (database)
        {
            foreach (var pragma in (string[])["journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0", "mmap_size=0", "cache_size=-32768"])
            {
                Run(database, $"PRAGMA {pragma}");
            }

            var started = Stopwatch.GetTimestamp();
            InsertAll(database, workload, cancellation);
            var taken = Stopwatch.GetElapsedTime(started);

            return Count(database) == workload.Count
                ? workload.Count / taken.TotalSeconds
                : throw new InvalidOperationException("The table does not hold what was inserted.");
        }
    }

    private static void InsertAll(sqlite3 database, AppendWorkload workload, CancellationToken cancellation)
    {
        using var insert = Prepare(database, Insert);
        using var insertStream = Prepare(database, InsertStream);
        var streams = new Dictionary<string, long>(StringComparer.Ordinal);
        var pagesInLog = 0;
        foreach (var rows in workload.Interleaved.Chunk(RowsPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            Run(database, "BEGIN IMMEDIATE");
            foreach (var row in rows)
            {
                if (!streams.TryGetValue(row.Stream, out var stream))
                {
                    streams[row.Stream] = stream = Begin(database, insertStream, row.Stream);
                }

                Put(database, insert, stream, row);
            }

            Run(database, "COMMIT");
            Check(database, raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1));
            pagesInLog += pages;
            if (pagesInLog >= PagesPerCheckpoint)
            {
                Check(database, raw.sqlite3_wal_checkpoint_v2(database, "main", raw.SQLITE_CHECKPOINT_FULL, out _, out _));
                pagesInLog = 0;
            }
        }
    }

    private static long Begin(sqlite3 database, sqlite3_stmt insert, string stream)
    {
        raw.sqlite3_bind_text(insert, 1, stream);
        Check(database, raw.sqlite3_step(insert));
        Check(database, raw.sqlite3_reset(insert));
        return raw.sqlite3_last_insert_rowid(database);
    }

    private static void Put(sqlite3 database, sqlite3_stmt insert, long stream, WorkloadRow row)
    {
        raw.sqlite3_bind_int64(insert, 1, stream);
        raw.sqlite3_bind_int64(insert, 2, row.Revision);
        raw.sqlite3_bind_text(insert, 3, row.Event.Type);
        raw.sqlite3_bind_blob(insert, 4, row.Event.Body.Span);
        raw.sqlite3_bind_blob(insert, 5, row.Event.Metadata.Span);
        raw.sqlite3_bind_text(insert, 6, row.Event.CommandId);
        raw.sqlite3_bind_int64(insert, 7, row.Event.Ordinal);
        raw.sqlite3_bind_int64(insert, 8, AppendWorkload.RecordedAt.ToUnixTimeTicks());
        Check(database, raw.sqlite3_step(insert));
        Check(database, raw.sqlite3_reset(insert));
    }

    private static long Count(sqlite3 database)
    {
        using var count = Prepare(database, "SELECT count(*) FROM events");
        Check(database, raw.sqlite3_step(count));
        return raw.sqlite3_column_int64(count, 0);
    }

    private static void Run(sqlite3 database, string sql)
    {
        using var statement = Prepare(database, sql);
        Check(database, raw.sqlite3_step(statement));
    }

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        Check(database, raw.sqlite3_prepare_v2(database, sql, out var statement));
        return statement;
    }

    private static void Check(sqlite3? database, int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new InvalidOperationException($"SQLite {result}: {(database is null ? "" : raw.sqlite3_errmsg(database).utf8_to_string())}");
        }
    }
}
