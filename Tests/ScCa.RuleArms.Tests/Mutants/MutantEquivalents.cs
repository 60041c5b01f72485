using System.Collections.Immutable;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A mutant that no test can notice, because it does the same; the reason says why.</summary>
internal sealed record MutantEquivalent(string File, string Member, string Change, string Reason)
{
    public bool Is(Mutant mutant) => mutant.File == File && mutant.Member == Member && mutant.Change == Change;
}

internal static class MutantEquivalents
{
    public static ImmutableArray<MutantEquivalent> All { get; } =
    [
    ];
}
