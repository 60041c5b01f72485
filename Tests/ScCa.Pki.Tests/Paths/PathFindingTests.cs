using ScCa.Pki.Paths;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class PathFindingTests
{
    // Each has a test of its own, since no chain that openssl is asked about shows it.
    private static readonly PathFinding[] TriedElsewhere =
    [
        PathFinding.SearchLimitReached, PathFinding.SignedWithEmptyId, PathFinding.NameConstraintsTooMany, PathFinding.KeyUsageMissing, PathFinding.RevocationNotKnownToResponder,
    ];

    [Fact]
    public void Every_finding_is_planted_in_chains_that_are_good_but_for_it() =>
        Assert.Equal(Enum.GetValues<PathFinding>().Except(TriedElsewhere), PathVariations.All.Select(variation => variation.Finding).OfType<PathFinding>().Distinct().Order());

    [Fact]
    public void Every_step_finds_something() =>
        Assert.Equal(Enum.GetValues<PathStep>(), PathVariations.All.Select(variation => variation.Step).OfType<PathStep>().Distinct().Order());

    [Fact]
    public void Every_finding_has_its_texts() => Assert.All(Enum.GetValues<PathFinding>(), finding =>
    {
        var (zhCn, en) = PathFindingText.Of(finding);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。$", zhCn);
        Assert.Matches(@"^[A-Z].*\.$", en);
    });

    [Fact]
    public void Openssl_differs_in_few_ways_that_are_explained() =>
        Assert.Equal(5, PathVariations.All.Select(variation => variation.WhyOpenSslDiffers).Where(why => why.Length > 0).Distinct().Count());
}
