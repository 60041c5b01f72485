using ScCa.Application.Ports;
using ScCa.Stores.Contract;
using SQLitePCL;
using Xunit;
using static ScCa.Application.Ports.AppendOutcome;
using static ScCa.Stores.Contract.Given;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class SharedCommitTests : IAsyncLifetime
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
    public async Task Sixty_four_appends_that_wait_together_share_one_commit()
    {
        Task<AppendResult>[] appends;
        long before;
        using (await OccupiedWriter.Of(stores))
        {
            before = stores.History.Writes.Commits;
            appends = [.. Enumerable.Range(0, 64).Select(n => stores.Events.Append($"s{n}", IEventStore.NoStream, Events("1", 3)).AsTask())];
        }

        var results = await Task.WhenAll(appends);

        Assert.All(results, result => Assert.Equal(Appended, result.Outcome));
        Assert.Equal(2, stores.History.Writes.Commits - before); // the one that occupied the writer, and theirs
        Assert.Equal(64 * 3, (await stores.Events.ReadAll(0, 1000, Cancellation)).Count);
    }

    [Fact]
    public async Task Sixty_four_busy_callers_need_fewer_commits_than_they_have_appends()
    {
        var before = stores.History.Writes.Commits;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(
            async () =>
            {
                for (var n = 0; n < 10; n++)
                {
                    await stores.Events.Append($"s{caller}", n - 1, Event($"{n}"));
                }
            },
            Cancellation)));

        Assert.InRange(stores.History.Writes.Commits - before, 10, 639);
    }

    [Fact]
    public async Task Appends_view_commits_and_checkpoints_share_a_commit()
    {
        var before = stores.History.Writes.Commits;
        Task[] writes;
        using (await OccupiedWriter.Of(stores))
        {
            writes =
            [
                stores.Events.Append("s", IEventStore.NoStream, Event("1")).AsTask(),
                stores.Views.Commit("v", 1, 0, [new("k", Row("k", "p", "s"))], 1, Cancellation).AsTask(),
                stores.ReactionCheckpoints.Save("r", 1, Cancellation).AsTask(),
            ];
        }

        await Task.WhenAll(writes);
        Assert.Equal(2, stores.History.Writes.Commits - before);
        Assert.Equal(1, await stores.Views.Checkpoint("v", 1, Cancellation));
        Assert.Equal(1, await stores.ReactionCheckpoints.Load("r", Cancellation));
    }

    [Fact]
    public async Task Each_append_of_a_commit_is_decided_on_its_own_and_sees_those_before_it()
    {
        Task<AppendResult>[] appends;
        using (await OccupiedWriter.Of(stores))
        {
            appends =
            [
                stores.Events.Append("a", IEventStore.NoStream, Event("1")).AsTask(),
                stores.Events.Append("a", IEventStore.NoStream, Event("2")).AsTask(),
                stores.Events.Append("a", 0, Event("1")).AsTask(),
                stores.Events.Append("a", 0, Event("3")).AsTask(),
                stores.Events.Append("b", 5, Event("4")).AsTask(),
                stores.Events.Append("c", IEventStore.NoStream, Event("5")).AsTask(),
            ];
        }

        Assert.Equal([Appended, WrongRevision, CommandAlreadyRecorded, Appended, WrongRevision, Appended], (await Task.WhenAll(appends)).Select(r => r.Outcome));
        Assert.Equal(["1", "3", "5"], (await stores.Events.ReadAll(0, 100, Cancellation)).Select(e => e.CommandId));
    }

    [Theory]
    [InlineData("ABORT")]
    [InlineData("FAIL")]
    [InlineData("ROLLBACK")]
    public async Task A_write_that_breaks_off_half_way_fails_alone_and_leaves_nothing_behind(string how)
    {
        await OnWriter(connection => connection.Run(
            $"CREATE TRIGGER t BEFORE INSERT ON events WHEN NEW.type = 'breaks' AND NEW.ordinal = 1 BEGIN SELECT RAISE({how}, 'no'); END"));
        Task<AppendResult> first, broken, last;
        using (await OccupiedWriter.Of(stores))
        {
            first = stores.Events.Append("first", IEventStore.NoStream, Events("1", 3)).AsTask();
            broken = stores.Events.Append("broken", IEventStore.NoStream, [.. Events("2", 3).Select(e => e with { Type = "breaks" })]).AsTask();
            last = stores.Events.Append("last", IEventStore.NoStream, Events("3", 3)).AsTask();
        }

        await Assert.ThrowsAsync<SqliteStoreException>(() => broken);
        Assert.Equal(Appended, (await first).Outcome);
        Assert.Equal(Appended, (await last).Outcome);
        Assert.Equal(
            ["first", "first", "first", "last", "last", "last"],
            (await stores.Events.ReadAll(0, 100, Cancellation)).Select(e => e.Stream));
    }

    [Fact]
    public async Task When_the_commit_itself_fails_every_caller_in_it_is_told_and_the_next_ones_are_served()
    {
        var fails = false;
        await OnWriter(connection => raw.sqlite3_commit_hook(connection.Handle, _ => fails ? 1 : 0, null));
        Task[] lost;
        using (await OccupiedWriter.Of(stores))
        {
            lost =
            [
                stores.Events.Append("a", IEventStore.NoStream, Event("1")).AsTask(),
                stores.Events.Append("b", 9, Event("2")).AsTask(),
                stores.ReactionCheckpoints.Save("r", 7, Cancellation).AsTask(),
            ];
            fails = true;
        }

        foreach (var write in lost)
        {
            await Assert.ThrowsAsync<SqliteStoreException>(() => write);
        }

        fails = false;
        Assert.Equal(0, await stores.Events.LastPosition(Cancellation));
        Assert.Equal(0, await stores.ReactionCheckpoints.Load("r", Cancellation));
        Assert.Equal(Appended, (await stores.Events.Append("a", IEventStore.NoStream, Event("1"))).Outcome);
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit()
    {
        Task[] appends = [];
        var answeredEarly = 0;
        var committed = 0;
        await OnWriter(connection => raw.sqlite3_commit_hook(
            connection.Handle,
            _ =>
            {
                committed++;
                answeredEarly += appends.Count(append => append.IsCompleted);
                return 0;
            },
            null));
        using (await OccupiedWriter.Of(stores))
        {
            appends = [.. Enumerable.Range(0, 64).Select(n => stores.Events.Append($"s{n}", IEventStore.NoStream, Event("1")).AsTask())];
        }

        await Task.WhenAll(appends);
        Assert.Equal(0, answeredEarly);
        Assert.True(committed >= 1, "the hook was never called");
    }

    [Fact]
    public async Task An_append_cancelled_while_it_waits_was_never_written()
    {
        using var cancel = new CancellationTokenSource();
        Task<AppendResult> withdrawn, other;
        using (await OccupiedWriter.Of(stores))
        {
            withdrawn = stores.Events.Append("a", IEventStore.NoStream, [Event("1")], RecordedAt, cancel.Token).AsTask();
            other = stores.Events.Append("b", IEventStore.NoStream, Event("2")).AsTask();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => withdrawn);
        }

        Assert.Equal(Appended, (await other).Outcome);
        Assert.Equal(["b"], (await stores.Events.ReadAll(0, 10, Cancellation)).Select(e => e.Stream));
    }

    [Fact]
    public async Task An_append_cancelled_after_the_writer_took_it_is_answered_all_the_same()
    {
        using var cancel = new CancellationTokenSource();
        using var entered = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        var taken = stores.History.Writes.Commit(
            connection =>
            {
                entered.Release();
                release.Wait(CancellationToken.None);
                return 42;
            },
            cancel.Token);
        await entered.WaitAsync(Cancellation);
        await cancel.CancelAsync();
        release.Set();

        Assert.Equal(42, await taken);
    }

    [Fact]
    public async Task Disposing_answers_all_who_wait_and_refuses_whoever_comes_later()
    {
        Task<AppendResult>[] appends;
        Task disposing;
        using (await OccupiedWriter.Of(stores))
        {
            appends = [.. Enumerable.Range(0, 64).Select(n => stores.Events.Append($"s{n}", IEventStore.NoStream, Event("1")).AsTask())];
            disposing = stores.DisposeAsync().AsTask();
            Assert.False(disposing.IsCompleted);
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stores.Events.Append("late", IEventStore.NoStream, Event("1")));
        }

        await disposing;
        Assert.All(appends, append => Assert.Equal(Appended, append.Result.Outcome));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stores.Events.ReadAll(0, 1, Cancellation));

        stores = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Equal(64, (await stores.Events.ReadAll(0, 100, Cancellation)).Count);
    }

    private Task<int> OnWriter(Action<Connections.Connection> act) => stores.History.Writes.Commit(
        connection =>
        {
            act(connection);
            return 0;
        },
        Cancellation);
}
