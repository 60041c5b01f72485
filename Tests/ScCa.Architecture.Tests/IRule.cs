namespace ScCa.Architecture.Tests;

/// <summary>A case to try a rule on: the rule must report <paramref name="Violation"/> and must not report its clean <paramref name="Twin"/>.</summary>
internal sealed record Plant(string What, Codebase Violation, Codebase Twin);

/// <summary>One rule of the house. It brings the cases that prove it sharp.</summary>
internal interface IRule
{
    /// <summary>The rule as a sentence.</summary>
    string Sentence { get; }

    IEnumerable<Plant> Plants { get; }

    /// <summary>What breaks the rule, one line each: where, and what.</summary>
    IEnumerable<string> Violations(Codebase code);
}
