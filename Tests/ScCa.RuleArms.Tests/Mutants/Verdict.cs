namespace ScCa.RuleArms.Tests.Mutants;

internal enum Outcome
{
    /// <summary>A test noticed.</summary>
    Killed,

    /// <summary>Tests came to its member, and none noticed.</summary>
    Survived,

    /// <summary>No test comes to its member at all.</summary>
    NotReached,
}

/// <summary>What became of a mutant.</summary>
/// <param name="By">The test that noticed, and what it said.</param>
internal sealed record Verdict(Mutant Mutant, Outcome Outcome, string By);
