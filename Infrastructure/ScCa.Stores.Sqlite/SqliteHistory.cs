using Microsoft.Extensions.Logging;
using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;
using ScCa.Stores.Sqlite.Native;
using ScCa.Stores.Sqlite.Schema;
using ScCa.Stores.Sqlite.Stores;

namespace ScCa.Stores.Sqlite;

/// <summary>
/// The history of a folder, opened for reading alone: for looking at it beside the processes that work on it. It makes no file and needs no key; to write to
/// it is a defect and throws.
/// </summary>
public sealed class SqliteHistory : IAsyncDisposable
{
    private readonly Database history;

    private SqliteHistory(Database history) => (this.history, Events, Views) = (history, new SqliteEventStore(history), new SqliteViewStore(history));

    public IEventStore Events { get; }

    /// <summary>As far as whoever works on the folder has folded them.</summary>
    public IViewStore Views { get; }

    /// <summary>Whether the folder holds a history at all.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, new HistorySchema().FileName));

    /// <summary>Opens the history of a folder that <see cref="IsIn"/> says has one.</summary>
    /// <exception cref="InvalidOperationException">No usable SQLite library, a database of a newer release, or a file that is not ours.</exception>
    public static SqliteHistory Open(SqliteStoreOptions options, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        NativeSqlite.Use(options.NativeLibraryPath, logger);
        return new(Database.OpenForReading(options.Folder, new HistorySchema()));
    }

    public ValueTask DisposeAsync() => history.DisposeAsync();
}
