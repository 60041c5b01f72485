using Microsoft.Extensions.Logging;
using ScCa.Stores.Sqlite.Reading;
using ScCa.Stores.Sqlite.Schema;
using ScCa.Stores.Sqlite.Writing;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>One database file: its writer, unless it was opened for reading alone, and its readers.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const int PageBytes = 4096;

    private readonly string path;
    private readonly ReadTally tally;
    private readonly CommitQueue? writes;

    private Database(string path, ReadTally tally, Connection writer, int pagesPerCheckpoint, ILogger logger)
        : this(path, tally) => writes = new(writer, pagesInLog: (int)Math.Min(LogBytes / PageBytes, int.MaxValue), pagesPerCheckpoint, logger);

    private Database(string path, ReadTally tally)
    {
        (this.path, this.tally) = (path, tally);
        Reads = new(path, tally);
        ReadMeter.Add(tally);
    }

    public CommitQueue Writes => writes ?? throw new InvalidOperationException($"{path} was opened for reading alone.");

    public ReaderPool Reads { get; }

    /// <summary>What was read since it was opened.</summary>
    public DatabaseReads ReadSoFar => tally.Read();

    public long Bytes => Length(path);

    public long LogBytes => Length(LogPath(path));

    public static Database Open(SqliteStoreOptions options, DatabaseSchema schema, ILogger logger)
    {
        var path = Path.Combine(options.Folder, schema.FileName);
        DatabaseFile.Ensure(path);
        var tally = new ReadTally(schema.FileName);
        return new(path, tally, OpenWriter(path, tally, schema), options.PagesPerCheckpoint, logger);
    }

    /// <summary>Opens what is there; makes no file, writes no row and never checkpoints, so any other process may have it open meanwhile.</summary>
    public static Database OpenForReading(string folder, DatabaseSchema schema)
    {
        var path = Path.Combine(folder, schema.FileName);
        // A log that a killed writer left may hold what only the page cache has (see WriteAheadLog); with no log there is nothing to flush.
        if (File.Exists(LogPath(path)))
            WriteAheadLog.MakeDurable(LogPath(path));
        var database = new Database(path, new ReadTally(schema.FileName));
        try
        {
            database.Reads.Read(schema.Require, CancellationToken.None);
            return database;
        }
        catch
        {
            database.Close();
            throw;
        }
    }

    private static Connection OpenWriter(string path, ReadTally tally, DatabaseSchema schema)
    {
        var writer = Connection.OpenWriter(path, tally);
        try
        {
            WriteAheadLog.Enter(writer);
            writer.Run("PRAGMA synchronous=FULL");
            writer.Run("PRAGMA cache_size=-32768");
            foreach (var pragma in schema.WriterPragmas)
            {
                writer.Run(pragma);
            }

            schema.Ensure(writer);
            WriteAheadLog.MakeDurable(LogPath(path));
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        if (writes is not null)
            await writes.DisposeAsync().ConfigureAwait(false);
    }

    private void Close()
    {
        Reads.Dispose();
        ReadMeter.Remove(tally);
    }

    private static string LogPath(string path) => path + "-wal";

    private static long Length(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;
}
