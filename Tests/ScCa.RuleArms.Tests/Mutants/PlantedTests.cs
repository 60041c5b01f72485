using Xunit;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A small domain with weak tests: what they miss comes to light, and better tests notice it.</summary>
[Collection(nameof(RuleArmsTests))]
public sealed class PlantedTests
{
    private const string Fees = """
        namespace ScCa.Domain;
        public static class Fees
        {
            public static int Base { get; } = 50;
            public static int Of(int years) => years > 2 ? 100 : Base;
            public static bool IsNever(int years) => years == 7;
            public static long Counted(long years)
            {
                var left = years;
                while (left != 0)
                    left--;
                return left;
            }
        }
        """;

    private const string Weak = """
        using ScCa.Domain;
        using Xunit;
        public sealed class WeakTests
        {
            private static readonly int Three = Fees.Of(3);
            [Fact] public void Long() => Assert.Equal(100, Fees.Of(3));
            [Fact] public void Short() => Assert.Equal(50, Fees.Of(1));
            [Fact] public void Once() => Assert.Equal(100, Three);
            [Fact] public void Counted() => Assert.Equal(0, Fees.Counted(3));
        }
        """;

    private static readonly Lazy<Task<IReadOnlyList<Verdict>>> Weakly = new(() => Try(Weak));

    [Fact]
    public async Task Weak_tests_leave_survivors_and_say_where_none_comes()
    {
        var verdicts = await Weakly.Value;

        Assert.Equal(
            ["Fees.IsNever: 7 → (7 + 1) NotReached", "Fees.IsNever: 7 → (7 - 1) NotReached", "Fees.IsNever: years == 7 → (years != 7) NotReached",
                "Fees.IsNever: years == 7 → false NotReached", "Fees.IsNever: years == 7 → true NotReached", "Fees.Of: 2 → (2 - 1) Survived",
                "Fees.Of: years > 2 → (years >= 2) Survived"],
            verdicts.Where(v => v.Outcome != Outcome.Killed).Select(v => $"{v.Mutant.Member}: {v.Mutant.Change} {v.Outcome}").Order(StringComparer.Ordinal));
        var score = new Score("planted", [.. verdicts], []);
        Assert.False(score.IsEnough);
        Assert.Contains("    Fees/Fees.cs:5 Fees.Of: years > 2 → (years >= 2)", score.Report(), StringComparison.Ordinal);
        Assert.Contains("IsNever: years == 7 → true (no test comes here)", score.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_hangs_one_that_is_there_from_the_start_and_all_others_are_killed_by_the_test_that_notices()
    {
        var verdicts = (await Weakly.Value).ToDictionary(v => $"{v.Mutant.Member}: {v.Mutant.Change}", v => v.By);

        Assert.Equal("the tests did not end", verdicts["Fees.Counted: left-- → left++"]);
        Assert.StartsWith("WeakTests.Short: ", verdicts["Fees.Base: 50 → (50 + 1)"], StringComparison.Ordinal);
        Assert.StartsWith("WeakTests.Long: ", verdicts["Fees.Of: 100 → (100 + 1)"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Better_tests_leave_none()
    {
        var verdicts = await Try(Weak.Replace(
            "[Fact] public void Once()",
            """
            [Fact] public void Two() => Assert.Equal(50, Fees.Of(2));
            [Fact] public void Never() => Assert.Equal((false, true, false), (Fees.IsNever(6), Fees.IsNever(7), Fees.IsNever(8)));
            [Fact] public void Once()
            """,
            StringComparison.Ordinal));

        Assert.All(verdicts, v => Assert.Equal(Outcome.Killed, v.Outcome));
        Assert.True(new Score("planted", [.. verdicts], []).IsEnough);
    }

    [Fact]
    public async Task Tests_that_fail_anyway_are_no_judges() => Assert.Contains(
        "fail without any mutant",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Try(Weak.Replace("Assert.Equal(50,", "Assert.Equal(51,", StringComparison.Ordinal)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task An_equivalent_leaves_the_score_unless_a_test_notices_it()
    {
        var verdicts = await Weakly.Value;
        var missed = verdicts.Where(v => v.Outcome != Outcome.Killed).Select(v => Listed(v.Mutant));
        var noticed = Listed(verdicts.First(v => v.Outcome == Outcome.Killed).Mutant);

        Assert.True(new Score("planted", [.. verdicts], [.. missed]).IsEnough);
        var wrong = new Score("planted", [.. verdicts], [.. missed, noticed]);
        Assert.False(wrong.IsEnough);
        Assert.Contains("is listed as equivalent, but a test notices it", wrong.Report(), StringComparison.Ordinal);
    }

    private static MutantEquivalent Listed(Mutant mutant) => new(mutant.File, mutant.Member, mutant.Change, "for the test");

    private static async Task<IReadOnlyList<Verdict>> Try(string tests)
    {
        var domain = DomainSource.From([("Fees/Fees.cs", Fees)], []);
        var mutated = MutatedDomain.Of(domain, MutatedDomain.MutantsIn(domain, _ => true));
        return await Trial.Of(mutated, "planted", PlantedProject.Built("Weak.Tests", tests, mutated.Image), TimeSpan.FromSeconds(5));
    }
}
