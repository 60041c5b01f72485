using ScCa.Application.Events;
using ScCa.Application.Ports;

namespace ScCa.Application.Views;

/// <summary>
/// Brings every view up to the newest event. The engine's lease lets one runner at a time be at it; where two are all the same, each event is folded by
/// one of them.
/// </summary>
public sealed class ViewRunner(IEventStore events, IViewStore store, IEnumerable<IView> views)
{
    private const int BatchSize = 512;

    private readonly IReadOnlyList<IView> views = [.. views];

    /// <summary>Folds what is new; answers with the number of events folded over all views.</summary>
    public async Task<int> CatchUp(CancellationToken cancellation)
    {
        // The views know nothing of each other, so all of them wait for the disk together.
        var work = new SharedFlush();
        var folding = new List<Task<int>>(views.Count);
        try
        {
            foreach (var view in views)
            {
                folding.Add(CatchUp(view, cancellation));
                await work.Add(folding[^1]).ConfigureAwait(false);
            }
        }
        finally
        {
            await work.Done().ConfigureAwait(false);
        }

        return folding.Sum(f => f.Result);
    }

    /// <summary>The position that every view has reached.</summary>
    public async Task<long> ReachedByAll(CancellationToken cancellation)
    {
        var reached = long.MaxValue;
        foreach (var view in views)
            reached = Math.Min(reached, await store.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false));
        return reached;
    }

    private async Task<int> CatchUp(IView view, CancellationToken cancellation)
    {
        var folded = 0;
        var position = await store.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false);
        while (await events.ReadAll(position, BatchSize, cancellation).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            var rows = new Rows();
            foreach (var stored in batch)
                await Fold(view, rows, EventCodec.Decode(stored), cancellation).ConfigureAwait(false);
            if (!await store.Commit(view.Name, view.Version, position, rows.Changes, batch[^1].Position, cancellation).ConfigureAwait(false))
            {
                // Another runner was faster: go on from where it has come to.
                position = await store.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false);
                continue;
            }

            position = batch[^1].Position;
            folded += batch.Count;
            Telemetry.ViewEvents.Add(batch.Count, new KeyValuePair<string, object?>("view", view.Name));
        }

        return folded;
    }

    private async ValueTask Fold(IView view, Rows rows, RecordedEvent happened, CancellationToken cancellation)
    {
        var keys = view.KeysFor(happened);
        if (keys.Count == 0)
            return;
        foreach (var key in keys)
        {
            if (!rows.Has(key))
                rows.Load(key, await store.Find(view.Name, key, cancellation).ConfigureAwait(false));
        }

        view.Fold(rows, happened);
    }
}
