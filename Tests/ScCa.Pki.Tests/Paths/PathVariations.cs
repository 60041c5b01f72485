namespace ScCa.Pki.Tests.Paths;

/// <summary>Every variation, each tried on good chains of several lengths and contents.</summary>
internal static class PathVariations
{
    /// <summary>With it there are more than 500 chains.</summary>
    public const int PlansOfEach = 4;

    public static IReadOnlyList<PathVariation> All { get; } =
        [.. BasicVariations.All, .. NameConstraintVariations.All, .. PolicyVariations.All, .. SearchVariations.All, .. RevocationVariations.All];

    /// <summary>The plans of a variation and where its finding is to be; the same ones in every run.</summary>
    public static IEnumerable<(PathPlan Plan, int Depth)> Plans(PathVariation variation, int count)
    {
        var number = All.ToList().IndexOf(variation);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(number * 1000 + i);
            var plan = PathPlans.Good(random, variation.AuthoritiesMin, variation.AuthoritiesMax);
            yield return (plan, variation.Change(plan, random));
        }
    }
}
