using System.Text;
using ScCa.Application.Ports;
using ScCa.Stores.Contract;
using Xunit;
using static ScCa.Stores.Contract.Given;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class ReadTallyTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SqliteStores stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        stores = SqliteUnderTest.OpenIn(folder.Path);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Rows_are_counted_as_they_are_handed_over_by_the_statement_that_asked()
    {
        await stores.Events.Append("a", IEventStore.NoStream, Events("1", 3));
        // The first question opens a connection, which asks for its own settings.
        await stores.Events.ReadStream("a", Cancellation);
        var before = stores.ReadSoFar().History;

        await stores.Events.ReadStream("a", Cancellation);
        await stores.Events.ReadStream("none", Cancellation);

        var after = stores.ReadSoFar().History;
        Assert.Equal((before.Runs + 2, before.Rows + 3), (after.Runs, after.Rows));
        var asked = Assert.Single(after.Statements, s => s.Value.Runs > before.Statements.GetValueOrDefault(s.Key).Runs);
        Assert.Contains("FROM streams", asked.Key, StringComparison.Ordinal);
        Assert.True(after.Pages > before.Pages);
        Assert.True(after.Steps > before.Steps);
    }

    [Fact]
    public async Task A_commit_to_a_view_costs_the_same_however_many_rows_the_view_has()
    {
        await Put(0, 1, 1);
        var few = await StepsOf(() => Put(1, 2, 1));
        await Put(2, 3, 500);

        Assert.Equal(few, await StepsOf(() => Put(3, 4, 1)));
    }

    private async Task<long> StepsOf(Func<Task> action)
    {
        var before = stores.ReadSoFar().History.Steps;
        await action();
        return stores.ReadSoFar().History.Steps - before;
    }

    private async Task Put(long expected, long checkpoint, int rows) => Assert.True(await stores.Views.Commit(
        "view", 1, expected,
        [.. Enumerable.Range(0, rows).Select(n => $"{checkpoint}-{n}").Select(key => new RowChange(key, new ViewRow(key, "all", key, Encoding.UTF8.GetBytes("{}"))))],
        checkpoint, Cancellation));
}
