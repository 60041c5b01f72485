using System.Collections.Immutable;
using ScCa.RuleArms.Tests.Mutants;

namespace ScCa.RuleArms.Tests;

/// <summary>What became of refusals that were switched off one by one.</summary>
/// <param name="Caught">How many of them a test noticed.</param>
/// <param name="Problems">Those that none did, and what else is wrong.</param>
internal sealed record ArmReport(int Caught, ImmutableArray<string> Problems)
{
    public static async Task<ArmReport> Of(
        DomainSource domain, ImmutableArray<RefusalArm> arms, ImmutableArray<Equivalent> equivalents, Func<MutatedDomain, string> tests, string name)
    {
        var numbered = arms.Select((arm, i) => (Arm: arm, Mutant: arm.AsMutant(i + 1))).ToImmutableArray();
        var mutated = MutatedDomain.Of(domain, [.. numbered.Select(n => n.Mutant)]);
        var verdicts = (await Trial.Of(mutated, name, tests(mutated))).ToDictionary(v => v.Mutant.Number);

        var judged = numbered.Select(n => Judged(n.Arm, verdicts.GetValueOrDefault(n.Mutant.Number), equivalents.Any(e => e.Is(n.Arm)))).ToList();
        return new(judged.Count(j => j.IsCaught), [.. judged.Select(j => j.Problem).OfType<string>()]);
    }

    private static (bool IsCaught, string? Problem) Judged(RefusalArm arm, Verdict? verdict, bool isEquivalent) => (verdict, isEquivalent) switch
    {
        (null, _) => (false, $"{arm}\n    does not compile when it is switched off, so nothing is known about it"),
        ({ Outcome: Outcome.Killed }, false) => (true, null),
        ({ Outcome: Outcome.Killed, By: var by }, true) => (false, $"{arm}\n    is listed as equivalent, but a test notices it ({by}): take it off the list"),
        ({ Outcome: Outcome.NotReached }, false) => (false, $"{arm}\n    no test of the domain comes here"),
        (_, false) => (false, $"{arm}\n    no test of the domain notices when it is switched off"),
        (_, true) => (false, null),
    };
}
