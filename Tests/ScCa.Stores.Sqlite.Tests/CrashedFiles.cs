using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>Database and log as a crash left them.</summary>
internal sealed record CrashedFiles(byte[] Database, byte[] Log)
{
    /// <summary>Copies the files of a store that nobody writes to just now.</summary>
    public static CrashedFiles Of(TemporaryFolder folder) => new(File.ReadAllBytes(folder.File("scca.db")), File.ReadAllBytes(folder.File("scca.db-wal")));

    public CrashedFiles WithLog(byte[] log) => this with { Log = log };

    /// <summary>Opens a copy, shows all its events, and then writes to it and asks SQLite whether it is sound.</summary>
    public async Task Check(Action<IReadOnlyList<StoredEvent>> check)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("scca.db"), Database);
        await File.WriteAllBytesAsync(folder.File("scca.db-wal"), Log);
        await using (var stores = SqliteUnderTest.OpenIn(folder.Path))
        {
            check(await stores.Events.ReadAll(0, int.MaxValue, CancellationToken.None));
            await stores.Events.Append("after the crash", IEventStore.NoStream, [Contract.Given.Event("1")], Contract.Given.RecordedAt, CancellationToken.None);
        }

        using var connection = Connection.OpenReader(folder.File("scca.db"), new("test"));
        Assert.Equal("ok", connection.AskText("PRAGMA integrity_check"));
    }
}
