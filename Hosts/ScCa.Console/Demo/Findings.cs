using ScCa.Application;

namespace ScCa.Console.Demo;

/// <summary>What one scene found: facts for its text, and everything that did not come out as expected.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<string, string> facts = new(StringComparer.Ordinal);
    private readonly List<string> unexpected = [];

    public IReadOnlyDictionary<string, string> Facts => facts;

    public IReadOnlyList<string> Unexpected => unexpected;

    /// <summary>What was refused, where a refusal was due.</summary>
    public RefusalText? Refusal { get; set; }

    public void Note(string name, string value) => facts[name] = value;

    public void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            unexpected.Add($"{what}: expected {expected}, found {actual}");
    }

    /// <summary>Expects, and notes what was found as a fact for the text.</summary>
    public void ExpectFact(string name, string expected, string? actual)
    {
        Note(name, actual ?? "?");
        Expect(name, expected, actual);
    }

    /// <summary>What was asked for; null, and a finding, where it was refused.</summary>
    public T? Accepted<T>(Outcome<T> outcome) where T : class
    {
        if (outcome.IsRefused)
            unexpected.Add($"refused: {outcome.Refusal.Rule} {outcome.Refusal.Code}");
        return outcome.Value;
    }

    /// <summary>The refusal that was due under this rule with this code; null, and a finding, where something else came.</summary>
    public RefusalText? Refused<T>(Outcome<T> outcome, string rule, string code) where T : class
    {
        Expect("refusal", $"{rule} {code}", outcome.IsRefused ? $"{outcome.Refusal.Rule} {outcome.Refusal.Code}" : "none");
        return outcome.Refusal;
    }
}
