using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Application.Ports;
using ScCa.Stores.Contract;
using ScCa.Stores.Sqlite.Connections;
using SQLitePCL;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_again()
    {
        await using (var stores = SqliteUnderTest.OpenIn(folder.Path))
        {
            await stores.Events.Append("s", IEventStore.NoStream, Given.Events("1", 3));
            await stores.Views.Commit("v", 2, 0, [new("k", Given.Row("k", "p", "s", "body"))], 3, Cancellation);
            await stores.ReactionCheckpoints.Save("r", 2, Cancellation);
            await stores.SubjectKeys.AddIfAbsent("subject", Given.Key(1, 2), Cancellation);
        }

        await using var again = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Equal(3, (await again.Events.ReadStream("s", Cancellation)).Count);
        Assert.Equal(3, await again.Views.Checkpoint("v", 2, Cancellation));
        Assert.Equal("body", (await again.Views.Find("v", "k", Cancellation))!.Body.Text());
        Assert.Equal(2, await again.ReactionCheckpoints.Load("r", Cancellation));
        Assert.Equal(Given.Key(1, 2), await again.SubjectKeys.Find("subject", Cancellation));
        Assert.Equal(4, (await again.Events.Append("s", 2, Given.Event("2"))).LastPosition);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files have no modes there");
        var inner = folder.File("made/by/the/store");
        await using var stores = SqliteUnderTest.OpenIn(inner);
        await stores.Events.Append("s", IEventStore.NoStream, Given.Event("1"));
        await stores.SubjectKeys.AddIfAbsent("subject", Given.Key(1, 2), Cancellation);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(inner));
        var files = Directory.GetFiles(inner);
        Assert.Equal(
            ["scca.db", "scca.db-shm", "scca.db-wal", "vault.db", "vault.db-shm", "vault.db-wal"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));

        static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
    }

    [Theory]
    [InlineData("scca.db", 1)]
    [InlineData("vault.db", 3)]
    public async Task A_database_of_a_newer_release_is_refused_and_left_alone(string file, int known)
    {
        await SqliteUnderTest.OpenIn(folder.Path).DisposeAsync();
        Change(file, $"PRAGMA user_version={known + 1}");
        var before = await File.ReadAllBytesAsync(folder.File(file), Cancellation);

        var refusal = Assert.Throws<InvalidOperationException>(() => SqliteUnderTest.OpenIn(folder.Path));

        Assert.Contains($"schema version {known + 1}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer release", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File(file), Cancellation));
        Change(file, $"PRAGMA user_version={known}");
        await SqliteUnderTest.OpenIn(folder.Path).DisposeAsync();
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_vault_of_version_1_gets_its_tables_and_keeps_its_keys()
    {
        await using (var stores = SqliteUnderTest.OpenIn(folder.Path))
        {
            await stores.SubjectKeys.AddIfAbsent("subject", Given.Key(1, 2), Cancellation);
        }

        var fresh = Tables();
        Change("vault.db", "DROP TABLE staff_credentials");
        Change("vault.db", "DROP TABLE destroyed_subjects");
        Change("vault.db", "DROP TABLE master_version");
        Change("vault.db", "DROP INDEX subject_keys_by_version");
        Change("vault.db", "ALTER TABLE subject_keys DROP COLUMN master_version");
        Change("vault.db", "PRAGMA user_version=1");
        Assert.NotEqual(fresh, Tables());

        for (var opening = 1; opening <= 2; opening++)
        {
            await using var stores = SqliteUnderTest.OpenIn(folder.Path);
            Assert.Equal(fresh, Tables());
            Assert.Equal(Given.Key(1, 2), await stores.SubjectKeys.Find("subject", Cancellation));
            Assert.Equal(opening == 1, await stores.StaffCredentials.Replace("zhang", null, new byte[] { 3 }, Cancellation));
        }

        string Tables()
        {
            using var connection = Connection.OpenWriter(folder.File("vault.db"), new("test"));
            return $"{connection.AskNumber("PRAGMA user_version")} {connection.AskText("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)")}";
        }
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        await SqliteUnderTest.OpenIn(folder.Path).DisposeAsync();
        await File.WriteAllBytesAsync(folder.File("scca.db"), [], Cancellation);
        Change("scca.db", "CREATE TABLE theirs (a)");

        var refusal = Assert.Throws<InvalidOperationException>(() => SqliteUnderTest.OpenIn(folder.Path));

        Assert.Contains("some other program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_writers_are_set_up_for_durability()
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        foreach (var database in (Database[])[stores.History, stores.Vault])
        {
            var found = await database.Writes.Commit(
                writer => (
                    writer.AskText("PRAGMA journal_mode"), writer.AskNumber("PRAGMA synchronous"), writer.AskNumber("PRAGMA wal_autocheckpoint"),
                    writer.AskNumber("PRAGMA mmap_size"), writer.AskNumber("PRAGMA trusted_schema")),
                Cancellation);

            Assert.Equal(("wal", 2L, 0L, 0L, 0L), found);
        }
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_What_is_deleted_from_the_vault_is_overwritten()
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);

        // Some builds have it on by default: the run on the packaged library (NativeLibraryTests) shows that the store itself asks for it.
        Assert.Equal(1, await stores.Vault.Writes.Commit(writer => writer.AskNumber("PRAGMA secure_delete"), Cancellation));
    }

    [Fact]
    public async Task A_reader_cannot_write_and_never_checkpoints()
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);

        var found = stores.History.Reads.Read(
            reader => (reader.AskNumber("PRAGMA query_only"), reader.AskNumber("PRAGMA wal_autocheckpoint"), reader.AskNumber("PRAGMA mmap_size")), Cancellation);

        Assert.Equal((1L, 0L, 0L), found);
        Assert.Throws<SqliteStoreException>(() => stores.History.Reads.Read(
            reader =>
            {
                reader.Run("DELETE FROM reactions");
                return 0;
            },
            Cancellation));
    }

    [Theory]
    [InlineData("UPDATE events SET revision = 9")]
    [InlineData("DELETE FROM events")]
    public async Task Not_even_the_writer_can_change_or_delete_an_event(string sql)
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        await stores.Events.Append("s", IEventStore.NoStream, Given.Event("1"));

        await Assert.ThrowsAsync<SqliteStoreException>(() => stores.History.Writes.Commit(
            writer =>
            {
                writer.Run(sql);
                return 0;
            },
            Cancellation));
        Assert.Equal(0, Assert.Single(await stores.Events.ReadStream("s", Cancellation)).Revision);
    }

    [Fact]
    public async Task The_log_is_brought_to_rest_while_running_and_when_closed()
    {
        var options = new SqliteStoreOptions { Folder = folder.Path, PagesPerCheckpoint = 50 };
        await using (var stores = SqliteStores.Open(options, NullLogger.Instance))
        {
            for (var n = 0; n < 200; n++)
            {
                await stores.Events.Append("s", n - 1, Given.Event($"{n}", new string('x', 10_000)));
            }

            var state = await stores.State(Cancellation);
            Assert.InRange(state.HistoryLogBytes, 1, 100 * 4_200);
            Assert.InRange(state.HistoryBytes, 1_000_000, 10_000_000);
            Assert.Equal(200, state.LastPosition);
        }

        Assert.Equal(0, new FileInfo(folder.File("scca.db-wal")) is { Exists: true } log ? log.Length : 0);
        await using var again = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Equal(200, await again.Events.LastPosition(Cancellation));
    }

    [Fact]
    public async Task The_state_names_the_library_and_the_sizes()
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        await stores.Events.Append("s", IEventStore.NoStream, Given.Events("1", 2));

        var state = await stores.State(Cancellation);

        Assert.Equal(raw.sqlite3_libversion().utf8_to_string(), state.SqliteVersion);
        Assert.NotEmpty(state.Library);
        Assert.Equal(2, state.LastPosition);
        Assert.True(state is { HistoryBytes: > 0, HistoryLogBytes: > 0, VaultBytes: > 0 }, state.ToString());
    }

    private void Change(string file, string sql)
    {
        using var connection = Connection.OpenWriter(folder.File(file), new("test"));
        connection.Run(sql);
        connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
    }
}
