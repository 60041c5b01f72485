using Microsoft.Extensions.Logging;
using ScCa.Stores.Sqlite.Schema;
using ScCa.Stores.Sqlite.Writing;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>One database file: its writer and its readers.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const int PageBytes = 4096;

    private readonly string path;

    private Database(string path, Connection writer, int pagesPerCheckpoint, ILogger logger)
    {
        this.path = path;
        Writes = new(writer, pagesInLog: (int)Math.Min(LogBytes / PageBytes, int.MaxValue), pagesPerCheckpoint, logger);
        Reads = new(path);
    }

    public CommitQueue Writes { get; }

    public ReaderPool Reads { get; }

    public long Bytes => Length(path);

    public long LogBytes => Length(LogPath(path));

    public static Database Open(SqliteStoreOptions options, DatabaseSchema schema, ILogger logger)
    {
        var path = Path.Combine(options.Folder, schema.FileName);
        DatabaseFile.Ensure(path);
        return new(path, OpenWriter(path, schema), options.PagesPerCheckpoint, logger);
    }

    private static Connection OpenWriter(string path, DatabaseSchema schema)
    {
        var writer = Connection.OpenWriter(path);
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
        Reads.Dispose();
        await Writes.DisposeAsync().ConfigureAwait(false);
    }

    private static string LogPath(string path) => path + "-wal";

    private static long Length(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;
}
