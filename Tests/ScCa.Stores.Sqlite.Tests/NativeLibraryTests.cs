using System.Runtime.InteropServices;
using ScCa.Stores.Sqlite.Native;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>Which SQLite a process uses is decided once in its life: each case is a process of its own.</summary>
public sealed class NativeLibraryTests : IDisposable
{
    private const string SystemLibrary = "libsqlite3.so.0";
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Packaged => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes", Runtime, "native"), "*e_sqlite3.*").Single();

    private static string Runtime =>
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_packaged_library_serves_where_it_is_chosen_and_its_age_is_warned_about()
    {
        var said = await Ask("library", Packaged);

        Assert.Contains("version 3.35.5 library", said, StringComparison.Ordinal);
        Assert.Contains("Warning SQLite 3.35.5", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_systems_library_is_preferred_to_the_packaged_one()
    {
        Assert.SkipUnless(HasCurrentSystemLibrary, $"this machine has no {SystemLibrary} from 3.38 on");

        var said = await Ask("library", "-");

        Assert.Contains($"library {SystemLibrary}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/libsqlite3.so")]
    [InlineData("libc.so.6")]
    public async Task A_configured_library_that_cannot_serve_is_refused_and_not_passed_over(string path)
    {
        var said = await Ask("library", path);

        Assert.StartsWith("refused", said, StringComparison.Ordinal);
        Assert.Contains(path, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolver-of-host")]
    [InlineData("provider-of-host")]
    public async Task What_the_host_has_set_up_is_used_and_said(string host)
    {
        var said = await Ask(host, "-");

        Assert.Contains("Warning The host decides", said, StringComparison.Ordinal);
        Assert.Contains("library the host position 1", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolver-of-host")]
    [InlineData("provider-of-host")]
    public async Task A_configured_path_that_the_host_prevents_is_refused(string host)
    {
        Assert.Contains("refused The SQLite library", await Ask(host, Packaged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_path_in_one_process_is_refused()
    {
        await SqliteUnderTest.OpenIn(folder.Path).DisposeAsync();

        var refusal = Assert.Throws<InvalidOperationException>(() => SqliteStores.Open(
            new() { Folder = folder.Path, NativeLibraryPath = "/another" }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));

        Assert.Contains("already uses", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_numbers_are_read_as_SQLite_writes_them()
    {
        Assert.Equal(new Version(3, 40, 1), NativeLibrarySearch.FromNumber(3_040_001));
        Assert.Equal(new Version(3, 35, 5), NativeLibrarySearch.FromNumber(3_035_005));
    }

    [Fact]
    [Trait("set", "long")]
    public async Task The_whole_contract_holds_on_the_packaged_library()
    {
        using var tests = ChildProcess.StartProgram(
            [],
            [.. ((Type[])[typeof(SqliteEventStoreTests), typeof(SqliteConcurrentAppendTests), typeof(SqliteRandomSequenceTests), typeof(SqliteViewStoreTests),
                typeof(SqliteReactionCheckpointTests), typeof(SqliteSubjectKeysTests), typeof(DestroyedKeyTests), typeof(SharedCommitTests), typeof(FolderTests)])
                .SelectMany(type => (string[])["-class", type.FullName!])],
            (SqliteUnderTest.LibraryVariable, Packaged));

        var said = await tests.ReadToEnd(Cancellation);
        Assert.Matches(@"Total: \d{2,}, Errors: 0, Failed: 0", said);
    }

    private static bool HasCurrentSystemLibrary =>
        NativeLibrary.TryLoad(SystemLibrary, out _)
        && NativeLibrarySearch.Find(SystemLibrary, typeof(NativeLibraryTests).Assembly).Version >= NativeLibrarySearch.Current;

    private async Task<string> Ask(string what, string path)
    {
        using var child = ChildProcess.Start(what, folder.Path, path);
        return await child.ReadToEnd(Cancellation);
    }
}
