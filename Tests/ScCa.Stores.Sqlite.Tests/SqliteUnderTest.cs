using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Application.Ports;
using ScCa.Stores.Contract;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>SQLite stores in a folder of their own.</summary>
internal sealed class SqliteUnderTest : StoresUnderTest
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStores stores;

    private SqliteUnderTest() => stores = OpenIn(folder.Path);

    /// <summary>Set in a child process that runs the contract on another library than this machine's.</summary>
    internal const string LibraryVariable = "SCCA_TEST_SQLITE_LIBRARY";

    public static ValueTask<StoresUnderTest> Open() => ValueTask.FromResult<StoresUnderTest>(new SqliteUnderTest());

    public static SqliteStores OpenIn(string folder) => SqliteStores.Open(
        new() { Folder = folder, NativeLibraryPath = Environment.GetEnvironmentVariable(LibraryVariable) },
        NullLogger.Instance);

    public override IEventStore Events => stores.Events;

    public override IViewStore Views => stores.Views;

    public override IReactionCheckpoints ReactionCheckpoints => stores.ReactionCheckpoints;

    public override ISubjectKeys SubjectKeys => stores.SubjectKeys;

    public override IStaffCredentials StaffCredentials => stores.StaffCredentials;

    public override IMaterialStore Materials => stores.Materials;

    public override async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        folder.Dispose();
    }
}
