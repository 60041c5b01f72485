using ScCa.Pki.Algorithms;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class PathValidatorTests
{
    public static TheoryData<string> Variations => [.. PathVariations.All.Select(variation => variation.Name)];

    [Theory, MemberData(nameof(Variations))]
    public void Each_variation_of_a_chain_is_found_at_its_step_and_nowhere_else(string name)
    {
        var variation = Find(name);
        using var p256 = KeyRing.Of(PublicKeyKind.EcdsaP256);
        foreach (var (plan, depth) in PathVariations.Plans(variation, PathVariations.PlansOfEach))
            RequireFinding(variation, depth, plan.MakeReal(p256));
    }

    [Theory, MemberData(nameof(Variations))]
    public void Made_in_SM2_the_same_chain_gets_the_same_verdict(string name)
    {
        var variation = Find(name);
        using var sm2 = KeyRing.Of(PublicKeyKind.Sm2);
        foreach (var (plan, depth) in PathVariations.Plans(variation, PathVariations.PlansOfEach))
            RequireFinding(variation, depth, plan.MakeReal(sm2));
    }

    private static PathVariation Find(string name) => PathVariations.All.Single(variation => variation.Name == name);

    private static void RequireFinding(PathVariation variation, int depth, PathCase files)
    {
        var result = files.Validate();
        if (variation.IsUnreadable)
        {
            Assert.Null(result);
            return;
        }

        Assert.NotNull(result);
        if (variation.IsGood)
        {
            Assert.True(result.IsValid, string.Join('\n', result.Findings));
            return;
        }

        Assert.False(result.IsValid);
        Assert.All(result.Findings, finding => Assert.Equal((variation.Step, variation.Finding), (finding.Step, finding.Finding)));
        if (depth >= 0)
            Assert.Equal(depth, result.FirstFinding!.Depth);
    }
}
