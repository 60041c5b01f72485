using ScCa.Application.Ports;
using Xunit;
using static ScCa.Application.Ports.AppendOutcome;
using static ScCa.Stores.Contract.Given;

namespace ScCa.Stores.Contract;

public abstract class ConcurrentAppendContract : StoreContract
{
    private const int Callers = 64;

    private IEventStore Store => Stores.Events;

    [Fact]
    public async Task Of_64_callers_on_one_stream_exactly_one_wins_each_revision()
    {
        for (var revision = IEventStore.NoStream; revision < 5; revision++)
        {
            var results = await AtOnce(caller => Store.Append("s", revision, Event($"{revision}-{caller}")).AsTask());

            Assert.Equal(1, results.Count(r => r.Outcome == Appended));
            Assert.Equal(Callers - 1, results.Count(r => r == new AppendResult(WrongRevision, 0)));
            var winner = Array.FindIndex(results, r => r.Outcome == Appended);
            var last = (await Store.ReadStream("s", Cancellation))[^1];
            Assert.Equal((revision + 1, $"{revision}-{winner}", results[winner].LastPosition), (last.Revision, last.CommandId, last.Position));
        }

        Assert.Equal(6, (await Store.ReadStream("s", Cancellation)).Count);
    }

    [Fact]
    public async Task One_command_sent_64_times_at_once_is_recorded_once()
    {
        var results = await AtOnce(_ => Store.Append("s", IEventStore.NoStream, Events("the only", 3)).AsTask());

        Assert.Equal(1, results.Count(r => r.Outcome == Appended));
        Assert.Equal(Callers - 1, results.Count(r => r.Outcome == CommandAlreadyRecorded));
        Assert.Equal(3, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task Of_64_callers_on_64_streams_all_win_and_every_append_stays_together()
    {
        const int appends = 10;
        await AtOnce(async caller =>
        {
            for (var n = 0; n < appends; n++)
            {
                Assert.Equal(Appended, (await Store.Append($"s{caller}", n * 2 - 1, Events($"{n}", 2))).Outcome);
            }

            return 0;
        });

        var all = await Store.ReadAll(0, 10_000, Cancellation);
        Assert.Equal(Callers * appends * 2, all.Count);
        foreach (var stream in all.GroupBy(e => e.Stream))
        {
            Assert.Equal(Enumerable.Range(0, appends * 2).Select(n => (long)n), stream.Select(e => e.Revision));
        }

        foreach (var append in all.Chunk(2))
        {
            Assert.Equal((append[0].Stream, append[0].CommandId), (append[1].Stream, append[1].CommandId));
        }
    }

    [Fact]
    public async Task A_reader_that_follows_while_64_callers_append_misses_nothing_and_sees_nothing_late()
    {
        const int appends = 20;
        const int total = Callers * appends * 2;
        var appending = AtOnce(async caller =>
        {
            for (var n = 0; n < appends; n++)
            {
                await Store.Append($"s{caller}", n * 2 - 1, Events($"{n}", 2));
            }

            return 0;
        });

        var seen = new List<StoredEvent>();
        while (seen.Count < total)
        {
            Assert.False(appending.IsFaulted, appending.Exception?.ToString());
            var page = await Store.ReadAll(seen.Count == 0 ? 0 : seen[^1].Position, 7, Cancellation);
            seen.AddRange(page);
            if (page.Count == 0)
            {
                await Task.Yield();
            }
        }

        await appending;
        var all = await Store.ReadAll(0, total + 1, Cancellation);
        Assert.Equal(all.Select(e => (e.Position, e.Stream, e.Revision)), seen.Select(e => (e.Position, e.Stream, e.Revision)));
    }

    [Fact]
    public async Task A_reader_never_sees_half_an_append()
    {
        var appending = Task.Run(
            async () =>
            {
                for (var n = 0; n < 100; n++)
                {
                    await Store.Append("s", n * 5 - 1, Events($"{n}", 5));
                }
            },
            Cancellation);

        while (!appending.IsCompleted)
        {
            Assert.Equal(0, (await Store.ReadStream("s", Cancellation)).Count % 5);
            Assert.Equal(0, (await Store.ReadAll(0, 10_000, Cancellation)).Count % 5);
            await Task.Yield();
        }

        await appending;
        Assert.Equal(500, (await Store.ReadStream("s", Cancellation)).Count);
    }

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => call(caller), Cancellation)));
}
