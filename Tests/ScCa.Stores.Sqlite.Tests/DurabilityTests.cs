using System.Globalization;
using ScCa.Stores.Contract;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>
/// What a power cut leaves is the database and a log that ends anywhere after its last flushed byte. Each test keeps the two files as they were after some
/// acknowledged appends, cuts or spoils the log's end, opens the copy and compares it with what had been promised.
/// </summary>
public sealed class DurabilityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_the_log_is_cut_the_copy_holds_a_whole_prefix_with_every_append_acknowledged_before_the_cut()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        var history = await History.Append(stores, seed: 1, appends: 40);
        var files = CrashedFiles.Of(folder);

        foreach (var length in history.InterestingLengths(files.Log.Length, seed: 2))
        {
            await files.WithLog(files.Log[..length]).Check(stored => history.CheckPrefix(stored, atLeast: history.AcknowledgedAt(length), $"cut at {length}"));
        }
    }

    [Fact]
    public async Task A_log_that_ends_in_zeros_or_rubbish_instead_holds_the_same_promise()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        var history = await History.Append(stores, seed: 3, appends: 25);
        var files = CrashedFiles.Of(folder);
        var random = new Random(4);

        foreach (var length in history.InterestingLengths(files.Log.Length, seed: 5))
        {
            var spoilt = files.Log.ToArray();
            if (length % 2 == 0)
            {
                spoilt.AsSpan(length).Clear();
            }
            else
            {
                random.NextBytes(spoilt.AsSpan(length));
            }

            await files.WithLog(spoilt).Check(stored => history.CheckPrefix(stored, atLeast: history.AcknowledgedAt(length), $"spoilt from {length}"));
        }
    }

    [Fact]
    public async Task A_log_that_started_over_after_checkpoints_loses_nothing_that_was_brought_to_rest()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteStores.Open(
            new() { Folder = folder.Path, PagesPerCheckpoint = 60 }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        var history = await History.Append(stores, seed: 6, appends: 120);
        CrashedFiles files;
        using (await OccupiedWriter.Of(stores))
        {
            files = CrashedFiles.Of(folder); // no checkpoint is running: the writer is busy
        }

        var atRest = 0;
        await files.WithLog([]).Check(stored => atRest = history.CheckPrefix(stored, atLeast: 0, "no log"));
        Assert.InRange(atRest, 1, 119);
        await files.Check(stored => history.CheckPrefix(stored, atLeast: 120, "whole log"));
        foreach (var length in history.InterestingLengths(files.Log.Length, seed: 7))
        {
            await files.WithLog(files.Log[..length]).Check(stored => history.CheckPrefix(stored, atLeast: atRest, $"cut at {length}"));
        }
    }

    [Fact]
    public async Task Appends_of_callers_at_once_are_each_whole_or_not_there_wherever_the_log_is_cut()
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(
            async () =>
            {
                for (var n = 0; n < 5; n++)
                {
                    await stores.Events.Append($"s{caller}", (n * 3) - 1, Given.Events($"{n}", 3));
                }
            },
            Cancellation)));
        var whole = await stores.Events.ReadAll(0, 1000, Cancellation);
        var files = CrashedFiles.Of(folder);
        var random = new Random(8);

        for (var n = 0; n < 40; n++)
        {
            var length = random.Next(files.Log.Length + 1);
            await files.WithLog(files.Log[..length]).Check(stored =>
            {
                Assert.Equal(whole.Take(stored.Count).Select(e => (e.Position, e.Stream, e.Revision)), stored.Select(e => (e.Position, e.Stream, e.Revision)));
                Assert.All(stored.GroupBy(e => (e.Stream, e.CommandId)), append => Assert.Equal(3, append.Count()));
            });
        }
    }

    [Fact]
    public async Task What_a_killed_process_was_promised_is_there()
    {
        using var folder = new TemporaryFolder();
        var promised = 0;
        using (var child = ChildProcess.Start("append", folder.Path, "s", "1000000"))
        {
            while (promised < 50 && await child.Output.ReadLineAsync(Cancellation) is { } line)
            {
                promised += line.StartsWith("appended", StringComparison.Ordinal) ? 1 : 0;
            }

            await child.Kill(Cancellation);
        }

        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        var stored = await stores.Events.ReadStream("s", Cancellation);
        Assert.Equal(50, promised);
        Assert.True(stored.Count >= promised, $"{stored.Count} of {promised}");
        Assert.Equal(stored.Select((_, n) => n.ToString(CultureInfo.InvariantCulture)), stored.Select(e => e.CommandId));
    }

    [Fact]
    public async Task Every_acknowledgement_comes_after_the_log_was_flushed()
    {
        using var folder = new TemporaryFolder();

        var calls = await Trace("append", folder.Path, "s", "5");

        for (var n = 0; n < 5; n++)
        {
            FlushTrace.AssertFlushedBefore(calls, "scca.db-wal", $"appended {n} Appended");
            FlushTrace.AssertFlushedBefore(calls, "vault.db-wal", $"added {n}");
        }
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_log_is_flushed_before_anything_is_read_from_it()
    {
        using var folder = new TemporaryFolder();
        using (var child = ChildProcess.Start("append", folder.Path, "s", "1000000"))
        {
            await child.Output.ReadLineAsync(Cancellation);
            await child.Kill(Cancellation);
        }

        Assert.True(new FileInfo(folder.File("scca.db-wal")).Length > 0, "the killed process left no log");
        var calls = await Trace("read", folder.Path);

        FlushTrace.AssertFlushedUnwritten(calls, "scca.db-wal", "read ");
        FlushTrace.AssertFlushedUnwritten(calls, "vault.db-wal", "read ");
    }

    private static async Task<List<TracedCall>> Trace(params string[] child)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace"), "strace, which shows the flushes, is not on this machine");
        using var folder = new TemporaryFolder();
        var trace = folder.File("trace");
        using var traced = ChildProcess.StartProgram(
            ["/usr/bin/strace", "-f", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,pwrite64,write", "-o", trace], [Child.Word, .. child]);
        await traced.ReadToEnd(Cancellation);
        return FlushTrace.Read(await File.ReadAllLinesAsync(trace, Cancellation));
    }
}
