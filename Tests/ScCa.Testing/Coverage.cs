using System.Collections.Concurrent;
using System.Globalization;

namespace ScCa.Testing;

/// <summary>How often each label was counted over all sequences of a check.</summary>
public sealed class Coverage
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public int this[string label] => counts.GetValueOrDefault(label);

    public IReadOnlyCollection<string> Labels => [.. counts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Fails where one of the labels was never counted: what never happens has not been checked.</summary>
    public Coverage Requires(params IEnumerable<string> labels)
    {
        var missing = labels.Where(l => this[l] == 0).ToArray();
        return missing.Length == 0
            ? this
            : throw new TestFailedException($"Never happened in any sequence: {string.Join(", ", missing)}.\nWhat happened:\n{this}");
    }

    /// <summary>A table, the most frequent first.</summary>
    public override string ToString() => string.Join('\n', counts
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value,8}  {c.Key}")));

    internal void Add(string label) => counts.AddOrUpdate(label, 1, (_, n) => n + 1);
}
