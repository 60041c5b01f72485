using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Views;

namespace ScCa.Application.Reactions;

/// <summary>A reaction that failed and waits for its next attempt at the same event; others go on.</summary>
public sealed record BlockedReaction(string Reaction, long Position, int Failures, Instant RetryAt);

/// <summary>
/// Gives every event to every reaction, in order, after the views have seen it: of two events that need each other, the later one's reaction finds both.
/// A reaction that throws is tried again at the same event after a growing pause and holds up nobody but itself.
/// </summary>
public sealed partial class ReactionRunner(
    IEventStore events, IReactionCheckpoints checkpoints, ViewRunner views, IEnumerable<IReaction> reactions, IClock clock, ILogger<ReactionRunner> log)
{
    private const int BatchSize = 256;
    private static readonly Duration PauseMax = Duration.FromMinutes(1);

    private readonly IReadOnlyList<IReaction> reactions = [.. reactions];
    private readonly ConcurrentDictionary<string, BlockedReaction> blocked = new(StringComparer.Ordinal);

    /// <summary>What waits for another attempt; empty when all is well.</summary>
    public IReadOnlyCollection<BlockedReaction> Blocked => [.. blocked.Values];

    /// <summary>Runs every reaction up to what the views have seen; answers with the number of events given to reactions.</summary>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        var seen = await views.ReachedByAll(cancellation).ConfigureAwait(false);
        var given = 0;
        var saving = new SharedFlush();
        try
        {
            foreach (var reaction in reactions)
            {
                if (!blocked.TryGetValue(reaction.Name, out var wait) || wait.RetryAt <= clock.GetCurrentInstant())
                    given += await CatchUp(reaction, seen, saving, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await saving.Done().ConfigureAwait(false);
        }

        return given;
    }

    private async Task<int> CatchUp(IReaction reaction, long upTo, SharedFlush saving, CancellationToken cancellation)
    {
        var given = 0;
        var position = await checkpoints.Load(reaction.Name, cancellation).ConfigureAwait(false);
        while (position < upTo && await events.ReadAll(position, BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            var done = position;
            foreach (var stored in batch.TakeWhile(e => e.Position <= upTo))
            {
                if (!await TryReact(reaction, stored, cancellation).ConfigureAwait(false))
                    break;
                done = stored.Position;
                given++;
            }

            // A crash before it is saved repeats the batch, which is harmless: the next reaction need not wait for the disk, and all share a flush.
            if (done > position)
                await saving.Add(checkpoints.Save(reaction.Name, done, cancellation).AsTask()).ConfigureAwait(false);
            if (done < batch[^1].Position)
                break;
            position = done;
        }

        return given;
    }

    private async Task<bool> TryReact(IReaction reaction, StoredEvent stored, CancellationToken cancellation)
    {
        try
        {
            await reaction.React(EventCodec.Decode(stored), cancellation).ConfigureAwait(false);
            blocked.TryRemove(reaction.Name, out _);
            Count(reaction, "done");
            return true;
        }
        catch (Exception reason) when (reason is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Block(reaction, stored, reason);
            Count(reaction, "failed");
            return false;
        }
    }

    private void Block(IReaction reaction, StoredEvent stored, Exception reason)
    {
        var failures = blocked.TryGetValue(reaction.Name, out var before) && before.Position == stored.Position ? before.Failures + 1 : 1;
        var pause = Duration.Min(PauseMax, Duration.FromMilliseconds(100 * (1 << Math.Min(failures - 1, 10))));
        blocked[reaction.Name] = new BlockedReaction(reaction.Name, stored.Position, failures, clock.GetCurrentInstant() + pause);
        LogFailed(log, reaction.Name, stored.Position, stored.Type, failures, reason);
    }

    private static void Count(IReaction reaction, string outcome) =>
        Telemetry.Reactions.Add(1, new KeyValuePair<string, object?>("reaction", reaction.Name), new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(10, LogLevel.Warning, "Reaction {Reaction} failed at position {Position} ({Event}), attempt {Failures}; it will be tried again")]
    private static partial void LogFailed(ILogger log, string reaction, long position, string @event, int failures, Exception reason);
}
