using Xunit;

namespace ScCa.Architecture.Tests;

public sealed class HouseRulesTests
{
    private static readonly Dictionary<string, IRule> Rules = typeof(IRule).Assembly.GetTypes()
        .Where(t => t.IsClass && t.IsAssignableTo(typeof(IRule)))
        .ToDictionary(t => t.Name, t => (IRule)Activator.CreateInstance(t)!, StringComparer.Ordinal);

    // Compiled once: planting is what takes the time here.
    private static readonly Dictionary<string, Lazy<Plant[]>> Plants = Rules.ToDictionary(r => r.Key, r => new Lazy<Plant[]>(() => [.. r.Value.Plants]), StringComparer.Ordinal);

    public static TheoryData<string> RuleNames => [.. Rules.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> PlantNames =>
        [.. Rules.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => Plants[r.Key].Value.Select(p => (r.Key, p.What)))];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_repository_keeps_the_rule(string rule)
    {
        string[] violations = [.. Rules[rule].Violations(Codebase.OfTheRepository).Distinct(StringComparer.Ordinal)];

        Assert.True(violations.Length == 0, $"{Rules[rule].Sentence}\nBroken by:\n{string.Join('\n', violations.Select(v => "  " + v))}");
    }

    [Theory]
    [MemberData(nameof(PlantNames))]
    public void The_rule_reports_what_breaks_it_and_nothing_else(string rule, string what)
    {
        var plant = Plants[rule].Value.Single(p => p.What == what);

        Assert.NotEmpty(Rules[rule].Violations(plant.Violation));
        Assert.Empty(Rules[rule].Violations(plant.Twin));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_rule_brings_a_case_that_breaks_it(string rule) => Assert.NotEmpty(Plants[rule].Value);

    [Fact]
    public void What_ships_was_really_read()
    {
        Assert.NotNull(Codebase.OfTheRepository.Domain);
        Assert.Equal(
            Codebase.OfTheRepository.ProductProjects.Select(p => p.Assembly).Order(StringComparer.Ordinal),
            Codebase.OfTheRepository.Assemblies.Select(a => a.Name.Name).Order(StringComparer.Ordinal));
    }
}
