using System.Globalization;
using ScCa.Application.Ports;
using ScCa.Stores.Contract;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class TwoProcessesTests
{
    private const int Appends = 150;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_append_to_one_folder_and_a_follower_sees_all_of_both_in_order()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteStores.Open(
            new() { Folder = folder.Path, PagesPerCheckpoint = 100 }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        using var child = ChildProcess.Start("append", folder.Path, "theirs", $"{Appends}");
        await child.Output.ReadLineAsync(Cancellation);
        var ours = Task.Run(
            async () =>
            {
                for (var n = 0; n < Appends; n++)
                {
                    Assert.Equal(AppendOutcome.Appended, (await stores.Events.Append("ours", n - 1, Given.Event($"{n}"))).Outcome);
                }
            },
            Cancellation);
        var theirs = child.ReadToEnd(Cancellation);

        var seen = new List<StoredEvent>();
        while (seen.Count < 2 * Appends)
        {
            Assert.False(ours.IsFaulted || theirs.IsFaulted, $"{ours.Exception} {theirs.Exception}");
            seen.AddRange(await stores.Events.ReadAll(seen.Count == 0 ? 0 : seen[^1].Position, 10, Cancellation));
        }

        await ours;
        var promised = (await theirs).Split('\n').Where(line => line.StartsWith("appended", StringComparison.Ordinal)).ToList();
        Assert.Equal(Appends - 1, promised.Count(line => line.Contains("Appended", StringComparison.Ordinal)));
        var all = await stores.Events.ReadAll(0, 10 * Appends, Cancellation);
        Assert.Equal(all.Select(e => (e.Position, e.Stream)), seen.Select(e => (e.Position, e.Stream)));
        foreach (var stream in (string[])["ours", "theirs"])
        {
            Assert.Equal(Enumerable.Range(0, Appends).Select(n => $"{n}"), all.Where(e => e.Stream == stream).Select(e => e.CommandId));
        }
    }

    [Fact]
    public async Task Of_two_processes_on_one_stream_each_revision_goes_to_one()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        using var child = ChildProcess.Start("append", folder.Path, "both", "100");
        await child.Output.ReadLineAsync(Cancellation);
        var won = 0;
        for (var tried = 0; tried < 100; tried++)
        {
            var last = (await stores.Events.ReadStream("both", Cancellation)).Count - 1;
            won += (await stores.Events.Append("both", last, Given.Event($"ours {tried}"))).Outcome == AppendOutcome.Appended ? 1 : 0;
        }

        var theirs = (await child.ReadToEnd(Cancellation)).Split('\n').Count(line => line.Contains("Appended", StringComparison.Ordinal)) + 1;
        var stream = await stores.Events.ReadStream("both", Cancellation);
        Assert.Equal(Enumerable.Range(0, stream.Count).Select(n => (long)n), stream.Select(e => e.Revision));
        Assert.Equal(won, stream.Count(e => e.CommandId.StartsWith("ours", StringComparison.Ordinal)));
        Assert.Equal(theirs, stream.Count(e => int.TryParse(e.CommandId, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        Assert.True(won > 0, "the other process won everything: nothing was shown");
    }

    [Fact]
    public async Task Opening_at_the_same_moment_makes_one_schema()
    {
        using var folder = new TemporaryFolder();
        var children = Enumerable.Range(0, 3).Select(n => ChildProcess.Start("append", folder.Path, $"s{n}", "5")).ToList();
        try
        {
            foreach (var child in children)
            {
                await child.ReadToEnd(Cancellation);
            }
        }
        finally
        {
            children.ForEach(child => child.Dispose());
        }

        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Equal(15, await stores.Events.LastPosition(Cancellation));
    }
}
