namespace ScCa.Stores.Sqlite.Tests;

/// <summary>Keeps the writer of the history busy inside a transaction, so that whatever is asked meanwhile waits, until it is disposed.</summary>
internal sealed class OccupiedWriter : IDisposable
{
    private readonly ManualResetEventSlim release = new();
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> occupation;

    private OccupiedWriter(SqliteStores stores) => occupation = stores.History.Writes.Commit(
        _ =>
        {
            entered.TrySetResult();
            release.Wait(CancellationToken.None);
            return 0;
        },
        CancellationToken.None);

    public static async Task<OccupiedWriter> Of(SqliteStores stores)
    {
        var occupied = new OccupiedWriter(stores);
        await occupied.entered.Task;
        return occupied;
    }

    public void Dispose()
    {
        release.Set();
        occupation.ContinueWith(_ => release.Dispose(), TaskScheduler.Default);
    }
}
