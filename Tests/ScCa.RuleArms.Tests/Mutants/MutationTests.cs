using System.Collections.Immutable;
using Xunit;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>The domain's rules, changed in small ways one after the other: the domain's tests must notice at least 85 of 100.</summary>
[Collection(nameof(RuleArmsTests))]
public sealed class MutationTests
{
    /// <summary>Names folders or files of the domain to try whole, separated by commas.</summary>
    public const string NamesVariable = "SCCA_MUTATE";

    private static readonly ImmutableArray<string> Folders = ["Payments", "Seals", "Platforms", "Applications", "Certificates"];

    private static readonly DomainSource Domain = DomainSource.Read();

    private static readonly Lazy<ImmutableArray<Mutant>> Found = new(() => MutatedDomain.MutantsIn(Domain, f => Folders.Contains(f.Split('/')[0])));

    [Fact]
    public void Every_equivalent_still_names_a_mutant_and_says_why() => Assert.All(MutantEquivalents.All, e =>
    {
        Assert.Single(Found.Value, e.Is);
        Assert.False(string.IsNullOrWhiteSpace(e.Reason));
    });

    // To learn which tests come to which member takes all of them twice, so that even a few mutants cost more than every change can wait for.
    [Fact, Trait("set", "long")]
    public Task Tests_notice_the_mutants_of_the_domain() => AreNoticed("all", _ => true);

    [Fact(Explicit = true)]
    public async Task Tests_notice_all_mutants_of_what_is_named()
    {
        var named = (Environment.GetEnvironmentVariable(NamesVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(named.Length > 0, $"{NamesVariable} names no folder or file.");
        Assert.All(named, n => Assert.Contains(Found.Value, m => m.File.StartsWith(n, StringComparison.Ordinal)));
        var scores = await ScoresOf(m => named.Any(n => m.File.StartsWith(n, StringComparison.Ordinal)));
        foreach (var score in scores)
            await Console.Out.WriteLineAsync(score.Report());
        Assert.True(scores.All(s => s.IsEnough), string.Join('\n', scores.Select(s => s.Report())));
    }

    private static async Task AreNoticed(string slice, Func<Mutant, bool> takes)
    {
        var scores = await ScoresOf(takes);
        var all = new Score($"{slice} of {Found.Value.Length} found", [.. scores.SelectMany(s => s.Verdicts)], MutantEquivalents.All);
        foreach (var score in scores.Append(all))
            await Console.Out.WriteLineAsync($"{score}");
        Assert.True(all.IsEnough, string.Join('\n', scores.Append(all).Select(s => s.Report())));
    }

    private static async Task<ImmutableArray<Score>> ScoresOf(Func<Mutant, bool> takes)
    {
        var mutated = MutatedDomain.Of(Domain, [.. Found.Value.Where(takes)]);
        var verdicts = await Trial.Of(mutated, "mutants", DomainTests.Built);
        return [.. Folders.Select(f => new Score(f, [.. verdicts.Where(v => v.Mutant.Folder == f)], MutantEquivalents.All)).Where(s => !s.Verdicts.IsEmpty)];
    }
}
