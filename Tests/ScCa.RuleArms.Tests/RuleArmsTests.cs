using System.Collections.Immutable;
using Xunit;

namespace ScCa.RuleArms.Tests;

/// <summary>Every refusal is somebody's promise: switched off, at least one of the domain's tests must notice.</summary>
[Collection(nameof(RuleArmsTests))]
public sealed class RuleArmsTests
{
    private const string NamesVariable = "SCCA_ARMS";

    private static readonly DomainSource Domain = DomainSource.Read();

    private static readonly Lazy<(ImmutableArray<RefusalArm> Arms, ImmutableArray<string> NotUnderstood)> Found =
        new(() => RefusalArm.In(Domain));

    [Fact]
    public void Every_refusal_in_the_domain_has_a_shape_that_can_be_switched_off()
    {
        Assert.NotEmpty(Found.Value.Arms);
        Assert.Empty(Found.Value.NotUnderstood);
    }

    [Fact]
    public void Every_equivalent_still_names_an_arm_and_says_why() => Assert.All(Equivalents.All, e =>
    {
        Assert.Single(Found.Value.Arms, e.Is);
        Assert.False(string.IsNullOrWhiteSpace(e.Reason));
    });

    [Fact]
    public Task Switching_off_any_refusal_makes_a_test_fail() => AreNoticed(_ => true);

    [Fact(Explicit = true)]
    public Task Switching_off_any_refusal_of_what_is_named_makes_a_test_fail()
    {
        var named = (Environment.GetEnvironmentVariable(NamesVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(named.Length > 0, $"{NamesVariable} names no folder or file.");
        Assert.All(named, n => Assert.Contains(Found.Value.Arms, arm => arm.File.StartsWith(n, StringComparison.Ordinal)));
        return AreNoticed(arm => named.Any(n => arm.File.StartsWith(n, StringComparison.Ordinal)));
    }

    private static async Task AreNoticed(Func<RefusalArm, bool> takes)
    {
        ImmutableArray<RefusalArm> arms = [.. Found.Value.Arms.Where(takes)];
        var report = await ArmReport.Of(Domain, arms, Equivalents.All, _ => DomainTests.Built, "arms");
        var told = $"{arms.Length} of {Found.Value.Arms.Length} arms, {report.Caught} caught, {Equivalents.All.Length} equivalent";
        await Console.Out.WriteLineAsync(told);
        Assert.True(report.Problems.IsEmpty, $"{told}:\n{string.Join('\n', report.Problems)}");
    }
}
