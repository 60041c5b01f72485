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
        new("Certificates/IssuancePlan.cs", "IssuancePlan.New", "open.Number ↔ 1", "A New is a certificate's first application, and what it issues is its first generation: both are 1."),
        new("Certificates/RecordGeneration.cs", "RecordGeneration.Handover", "1 → (1 + 1)",
            "Whatever is revoked before the next generation is every generation there is, and one number further there is none more."),
        new("Certificates/RecordGeneration.cs", "RecordGeneration.Seals", "open.Number ↔ 1", "A New is a certificate's first application, and its first seal is the first: both are 1."),
        new("Certificates/RenewCertificate.cs", "RenewCertificate.ChargeOf", "0 → (0 - 1)",
            "Of no seal or fewer a charge has no line: what comes to nothing or less is not kept."),
        new("Platforms/Money.cs", "Money.CompareTo", "1 → (1 + 1)", "Any number above zero says the same: greater than nothing."),
        new("Platforms/Money.cs", "Money.Beyond", "Fen > other.Fen → (Fen >= other.Fen)", "Of two equal amounts the difference is zero as well."),
    ];
}
