using ScCa.Application.Ports;

namespace ScCa.Stores.Memory;

/// <summary>Views as dictionaries of rows; a query sorts what it finds.</summary>
public sealed class MemoryViewStore : IViewStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, View> views = new(StringComparer.Ordinal);

    public ValueTask<long> Checkpoint(string view, int version, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(views.TryGetValue(view, out var found) && found.Version == version ? found.Checkpoint : 0);
        }
    }

    public ValueTask<ViewRow?> Find(string view, string key, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(key, nameof(key));
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(views.GetValueOrDefault(view)?.Rows.GetValueOrDefault(key));
        }
    }

    public ValueTask<IReadOnlyList<ViewRow>> Query(string view, string partition, string? from, string? to, int max, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(partition, nameof(partition));
        StoredText.Check(from ?? "", nameof(from));
        StoredText.Check(to ?? "", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            IEnumerable<ViewRow> rows = views.TryGetValue(view, out var stored) ? stored.Rows.Values : [];
            IReadOnlyList<ViewRow> found =
            [
                .. rows
                    .Where(row => row.Partition == partition)
                    .Where(row => from is null || Utf8Order.Compares.Compare(from, row.Sort) <= 0)
                    .Where(row => to is null || Utf8Order.Compares.Compare(row.Sort, to) <= 0)
                    .OrderBy(row => row.Sort, Utf8Order.Compares)
                    .ThenBy(row => row.Key, Utf8Order.Compares)
                    .Take(max),
            ];
            return ValueTask.FromResult(found);
        }
    }

    public ValueTask Commit(string view, int version, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation)
    {
        RowChangeArguments.Check(view, changes, checkpoint);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            var rows = views.TryGetValue(view, out var found) && found.Version == version ? found.Rows : new(StringComparer.Ordinal);
            foreach (var change in changes)
            {
                if (change.Row is null)
                {
                    rows.Remove(change.Key);
                }
                else
                {
                    rows[change.Key] = change.Row with { Body = change.Row.Body.ToArray() };
                }
            }

            views[view] = new(version, checkpoint, rows);
            return ValueTask.CompletedTask;
        }
    }

    private sealed record View(int Version, long Checkpoint, Dictionary<string, ViewRow> Rows);
}
