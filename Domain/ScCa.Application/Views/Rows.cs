using System.Text.Json;
using ScCa.Application.Events;
using ScCa.Application.Ports;

namespace ScCa.Application.Views;

/// <summary>The rows one batch of events works on: loaded before the fold, written after it.</summary>
public sealed class Rows
{
    private readonly Dictionary<string, ViewRow?> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);

    public T? Get<T>(string key) where T : class => Known(key) is { } row ? Read<T>(row) : null;

    public void Put<T>(string key, string partition, string sort, T row) where T : class
    {
        Known(key);
        rows[key] = new ViewRow(key, partition, sort, JsonSerializer.SerializeToUtf8Bytes(row, StoredJson.Options));
        changed.Add(key);
    }

    public void Delete(string key)
    {
        if (Known(key) is null)
            return;
        rows[key] = null;
        changed.Add(key);
    }

    public static T Read<T>(ViewRow row) where T : class
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<T>(row.Body.Span, StoredJson.Options) ?? throw new InvalidOperationException($"The row {row.Key} is empty.");
    }

    internal bool Has(string key) => rows.ContainsKey(key);

    internal void Load(string key, ViewRow? row) => rows.Add(key, row);

    internal IReadOnlyCollection<RowChange> Changes => [.. changed.Select(key => new RowChange(key, rows[key]))];

    private ViewRow? Known(string key) =>
        rows.TryGetValue(key, out var row) ? row : throw new InvalidOperationException($"The row {key} was not asked for in KeysFor.");
}
