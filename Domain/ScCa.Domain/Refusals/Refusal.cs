using System.Collections.Immutable;

namespace ScCa.Domain.Refusals;

/// <summary>
/// Why something was not done: the rule's id, a code that names the refusal as a full statement, and the facts its texts need.
/// The texts, in Chinese and English, with what to do next, stand under the code in refusals.zh-CN.json and refusals.en.json.
/// </summary>
public sealed record Refusal(string Rule, string Code, ImmutableSortedDictionary<string, string> Facts)
{
    public bool Equals(Refusal? other) =>
        other is not null && Rule == other.Rule && Code == other.Code && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => HashCode.Combine(Rule, Code);

    public override string ToString() => $"{Rule} {Code}";
}
