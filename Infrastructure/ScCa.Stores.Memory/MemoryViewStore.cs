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
        return Rows(view, partition, row => from is null || Utf8Order.Compares.Compare(from, row.Sort) <= 0, to, max, cancellation);
    }

    public ValueTask<IReadOnlyList<ViewRow>> QueryAfter(
        string view, string partition, ViewPlace after, string? to, int max, CancellationToken cancellation)
    {
        StoredText.CheckName(view, nameof(view));
        StoredText.Check(partition, nameof(partition));
        StoredText.Check(after.Sort, nameof(after));
        StoredText.Check(after.Key, nameof(after));
        return Rows(view, partition, row => IsAfter(row, after), to, max, cancellation);
    }

    public ValueTask<bool> Commit(
        string view, int version, long expected, IReadOnlyCollection<RowChange> changes, long checkpoint, CancellationToken cancellation)
    {
        RowChangeArguments.Check(view, changes, checkpoint);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if ((views.TryGetValue(view, out var stored) && stored.Version == version ? stored.Checkpoint : 0) != expected)
            {
                return ValueTask.FromResult(false);
            }

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
            return ValueTask.FromResult(true);
        }
    }

    private ValueTask<IReadOnlyList<ViewRow>> Rows(
        string view, string partition, Func<ViewRow, bool> isWanted, string? to, int max, CancellationToken cancellation)
    {
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
                    .Where(isWanted)
                    .Where(row => to is null || Utf8Order.Compares.Compare(row.Sort, to) <= 0)
                    .OrderBy(row => row.Sort, Utf8Order.Compares)
                    .ThenBy(row => row.Key, Utf8Order.Compares)
                    .Take(max),
            ];
            return ValueTask.FromResult(found);
        }
    }

    private static bool IsAfter(ViewRow row, ViewPlace place) => Utf8Order.Compares.Compare(row.Sort, place.Sort) switch
    {
        0 => Utf8Order.Compares.Compare(row.Key, place.Key) > 0,
        var order => order > 0,
    };

    private sealed record View(int Version, long Checkpoint, Dictionary<string, ViewRow> Rows);
}
