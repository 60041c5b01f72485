using System.Collections.Immutable;
using System.Globalization;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>How many of a slice's mutants the tests noticed, of those that can be noticed.</summary>
internal sealed record Score(string Slice, ImmutableArray<Verdict> Verdicts, ImmutableArray<MutantEquivalent> Equivalents)
{
    /// <summary>The least that a slice must come to, in percent.</summary>
    public const int Least = 85;

    public int Killed => Verdicts.Count(v => v.Outcome == Outcome.Killed);

    public int Equivalent => Verdicts.Count(v => v.Outcome != Outcome.Killed && IsEquivalent(v));

    /// <summary>Those that lived and should not have.</summary>
    public IEnumerable<Verdict> Survivors => Verdicts.Where(v => v.Outcome != Outcome.Killed && !IsEquivalent(v));

    /// <summary>Those that are listed as equivalent and were noticed all the same.</summary>
    public IEnumerable<Verdict> WronglyListed => Verdicts.Where(v => v.Outcome == Outcome.Killed && IsEquivalent(v));

    public decimal Percent => Verdicts.Length == Equivalent ? 100 : 100m * Killed / (Verdicts.Length - Equivalent);

    public bool IsEnough => Percent >= Least && !WronglyListed.Any();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Slice}: {Verdicts.Length} mutants, {Killed} killed, {Equivalent} equivalent, score {Percent:0.0} %");

    /// <summary>The score with every survivor, and every entry of the list that should not be there.</summary>
    public string Report() => string.Join('\n',
    [
        ToString(),
        .. Survivors.Select(v => $"    {v.Mutant}{(v.Outcome == Outcome.NotReached ? " (no test comes here)" : "")}"),
        .. WronglyListed.Select(v => $"    {v.Mutant}\n        is listed as equivalent, but a test notices it: {v.By}"),
    ]);

    private bool IsEquivalent(Verdict verdict) => Equivalents.Any(e => e.Is(verdict.Mutant));
}
