using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Runs what is planted, so that it is compiled.</summary>
public sealed class PlantedLeakTests
{
    [Fact]
    public void What_is_planted_works()
    {
        Assert.Equal(2, PlantedLeak.Branch([1, 2, 3], [1, 2, 4]));
        Assert.Equal(7, PlantedLeak.Load([5, 6, 7], 2));
    }
}
