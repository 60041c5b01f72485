using Microsoft.Extensions.Logging;
using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;
using ScCa.Stores.Sqlite.Materials;
using ScCa.Stores.Sqlite.Native;
using ScCa.Stores.Sqlite.Schema;
using ScCa.Stores.Sqlite.Stores;

namespace ScCa.Stores.Sqlite;

/// <summary>
/// The embedded stores: one folder with the history (events, views, checkpoints) and the vault (subjects' keys, staff
/// credentials) and the sealed materials. Several processes may open the same folder.
/// </summary>
public sealed class SqliteStores : IAsyncDisposable
{
    private readonly NativeLibraryInUse library;
    private readonly Database history;
    private readonly Database vault;

    private SqliteStores(NativeLibraryInUse library, Database history, Database vault, string folder)
    {
        (this.library, this.history, this.vault) = (library, history, vault);
        Events = new SqliteEventStore(history);
        Views = new SqliteViewStore(history);
        ReactionCheckpoints = new SqliteReactionCheckpoints(history);
        SubjectKeys = new SqliteSubjectKeys(vault);
        StaffCredentials = new SqliteStaffCredentials(vault);
        Materials = new FileMaterialStore(folder);
    }

    public IEventStore Events { get; }

    public IViewStore Views { get; }

    public IReactionCheckpoints ReactionCheckpoints { get; }

    public ISubjectKeys SubjectKeys { get; }

    public IStaffCredentials StaffCredentials { get; }

    public IMaterialStore Materials { get; }

    internal Database History => history;

    internal Database Vault => vault;

    /// <summary>Opens the folder's databases, making them where there are none.</summary>
    /// <exception cref="InvalidOperationException">No usable SQLite library, a database of a newer release, or a file that is not ours.</exception>
    public static SqliteStores Open(SqliteStoreOptions options, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        var library = NativeSqlite.Use(options.NativeLibraryPath, logger);
        DatabaseFile.EnsureFolder(options.Folder);

        // The vault first: where it cannot be opened, the history is not touched.
        var vault = Database.Open(options, new VaultSchema(), logger);
        try
        {
            return new(library, Database.Open(options, new HistorySchema(), logger), vault, options.Folder);
        }
        catch
        {
            vault.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>What a health page shows.</summary>
    public async ValueTask<StoreState> State(CancellationToken cancellation) => new(
        library.Version.ToString(),
        library.Source,
        await Events.LastPosition(cancellation).ConfigureAwait(false),
        history.Bytes,
        history.LogBytes,
        vault.Bytes + vault.LogBytes);

    /// <summary>What was read since the store was opened: for metrics, and for whoever asks whether something costs more where there is more.</summary>
    public StoreReads ReadSoFar() => new(history.ReadSoFar, vault.ReadSoFar);

    /// <summary>Answers the writes that wait, refuses later ones, brings the logs to rest in their databases and closes the files.</summary>
    public async ValueTask DisposeAsync()
    {
        await history.DisposeAsync().ConfigureAwait(false);
        await vault.DisposeAsync().ConfigureAwait(false);
    }
}
