using System.Collections.Immutable;
using ScCa.RuleArms.Tests.Mutants;
using Xunit;

namespace ScCa.RuleArms.Tests;

/// <summary>A small domain with refusals that its tests miss or never come to, and one that cannot be taken away: all come to light.</summary>
[Collection(nameof(RuleArmsTests))]
public sealed class PlantedArmsTests
{
    private const string Catalogue = """
        namespace ScCa.Domain.Refusals;
        public sealed record Refusal(string Rule, string Code);
        public static class Refuse
        {
            public static Refusal TooSmall() => new("T1", nameof(TooSmall));
            public static Refusal TooLarge() => new("T2", nameof(TooLarge));
            public static Refusal Closed() => new("T3", nameof(Closed));
        }
        """;

    private const string Gate = """
        namespace ScCa.Domain.Refusals;
        public static class Gate
        {
            public static Refusal? Check(int size) => size switch
            {
                < 0 => Refuse.TooSmall(),
                > 9 => Refuse.TooLarge(),
                _ => null,
            };
            public static Refusal? Closing(bool isClosed) => isClosed ? Refuse.Closed() : null;
            public static Refusal? Read(string text)
            {
                if (!int.TryParse(text, out var size)) return Refuse.TooSmall();
                return Check(size);
            }
        }
        """;

    private const string Weak = """
        using ScCa.Domain.Refusals;
        using Xunit;
        public sealed class WeakTests
        {
            [Fact] public void Small() => Assert.Equal("T1", Gate.Check(-1)!.Rule);
            [Fact] public void Large() => Gate.Check(10);
        }
        """;

    private const string Unable = "Gates/Gate.cs:13 T1 if (!int.TryParse(text, out var size)) return Refuse.TooSmall();";

    private static readonly DomainSource Domain = DomainSource.From([("Refuse.cs", Catalogue), ("Gates/Gate.cs", Gate)], []);

    private static readonly ImmutableArray<RefusalArm> Arms = RefusalArm.In(Domain).Arms;

    [Fact]
    public async Task A_refusal_that_no_test_notices_or_comes_to_or_that_the_code_cannot_do_without_is_told_by_name()
    {
        var report = await Report([]);

        Assert.Equal(1, report.Caught);
        Assert.Equal(
            ["Gates/Gate.cs:7 T2 > 9 => Refuse.TooLarge()\n    no test of the domain notices when it is switched off",
                "Gates/Gate.cs:10 T3 isClosed ? Refuse.Closed() : null\n    no test of the domain comes here",
                $"{Unable}\n    does not compile when it is switched off, so nothing is known about it"],
            report.Problems);
    }

    [Fact]
    public async Task An_equivalent_is_no_problem_unless_a_test_notices_it()
    {
        var report = await Report([.. Arms.Select(a => new Equivalent(a.File, a.Text, "for the test"))]);

        Assert.Equal(0, report.Caught);
        Assert.Collection(
            report.Problems,
            noticed => Assert.StartsWith(
                "Gates/Gate.cs:6 T1 < 0 => Refuse.TooSmall()\n    is listed as equivalent, but a test notices it (WeakTests.Small:", noticed, StringComparison.Ordinal),
            unknown => Assert.StartsWith(Unable, unknown, StringComparison.Ordinal));
    }

    private static Task<ArmReport> Report(ImmutableArray<Equivalent> equivalents) =>
        ArmReport.Of(Domain, Arms, equivalents, mutated => PlantedProject.Built("WeakArms.Tests", Weak, mutated.Image), "planted-arms");
}
