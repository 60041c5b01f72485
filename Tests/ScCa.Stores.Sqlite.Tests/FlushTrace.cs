using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>One end of a system call in a trace: where it began, or where it came back.</summary>
internal sealed record TracedCall(string Name, string Target, string Text, bool Began, bool Succeeded);

/// <summary>Reads what strace saw of writes and flushes, also where two threads' calls cross ("unfinished", "resumed").</summary>
internal static partial class FlushTrace
{
    public static List<TracedCall> Read(IEnumerable<string> lines)
    {
        var open = new Dictionary<string, TracedCall>(StringComparer.Ordinal);
        var calls = new List<TracedCall>();
        foreach (var line in lines)
        {
            if (Call().Match(line) is { Success: true } call)
            {
                var began = new TracedCall(call.Groups["name"].Value, call.Groups["target"].Value, line, Began: true, Succeeded: false);
                calls.Add(began);
                if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                {
                    open[call.Groups["thread"].Value] = began;
                }
                else
                {
                    calls.Add(began with { Began = false, Succeeded = Success().IsMatch(line) });
                }
            }
            else if (Resumed().Match(line) is { Success: true } resumed && open.Remove(resumed.Groups["thread"].Value, out var began))
            {
                calls.Add(began with { Began = false, Succeeded = Success().IsMatch(line) });
            }
        }

        return calls;
    }

    /// <summary>Between the last write to the log before the acknowledgement and the acknowledgement itself, a flush of the log began and succeeded.</summary>
    public static void AssertFlushedBefore(List<TracedCall> calls, string log, string acknowledgement)
    {
        var said = calls.FindIndex(call => call is { Name: "write", Began: true } && call.Text.Contains($"\"{acknowledgement}", StringComparison.Ordinal));
        Assert.True(said >= 0, $"the trace has no '{acknowledgement}'");
        var written = calls.FindLastIndex(said, call => call is { Name: "pwrite64", Began: false, Succeeded: true } && Is(call, log));
        Assert.True(written >= 0, $"nothing was written to {log} before '{acknowledgement}'");
        var since = calls[written..said];
        var began = since.FindIndex(call => call is { Name: "fsync" or "fdatasync", Began: true } && Is(call, log));
        Assert.True(began >= 0, $"{log} was written and not flushed before '{acknowledgement}'");
        Assert.Contains(since[began..], call => call is { Name: "fsync" or "fdatasync", Began: false, Succeeded: true } && Is(call, log));

        // The write found is this append's own, not one that an earlier acknowledgement already covers.
        var earlier = calls.FindLastIndex(said - 1, call => call is { Name: "write", Began: true } && call.Text.Contains("\"a", StringComparison.Ordinal) && Acknowledges(call, log));
        Assert.True(written > earlier, $"'{acknowledgement}' was given without a write to {log}");
    }

    /// <summary>The log was flushed before this was said, although this process wrote nothing to it.</summary>
    public static void AssertFlushedUnwritten(List<TracedCall> calls, string log, string said)
    {
        var before = calls.TakeWhile(call => !(call is { Name: "write", Began: true } && call.Text.Contains($"\"{said}", StringComparison.Ordinal))).ToList();
        Assert.True(before.Count < calls.Count, $"the trace has no '{said}'");
        Assert.DoesNotContain(before, call => call.Name == "pwrite64" && Is(call, log));
        Assert.Contains(before, call => call is { Name: "fsync" or "fdatasync", Began: false, Succeeded: true } && Is(call, log));
    }

    private static bool Is(TracedCall call, string log) => call.Target.EndsWith($"/{log}", StringComparison.Ordinal);

    private static bool Acknowledges(TracedCall call, string log) =>
        call.Text.Contains(log.StartsWith("vault", StringComparison.Ordinal) ? "\"added" : "\"appended", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<name>fsync|fdatasync|pwrite64|write)\(\d+<(?<target>[^>]*)>")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<thread>\d+)\s+<\.\.\. (fsync|fdatasync|pwrite64|write) resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"\)\s+= \d+$")]
    private static partial Regex Success();
}
