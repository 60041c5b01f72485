using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Signing;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Every line of the comparisons runs, with next to no work.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("sm2-sign")]
    [InlineData("sm2-verify")]
    [InlineData("sm2-sign-batch")]
    [InlineData("sm2-verify-batch")]
    [InlineData("sm3")]
    [InlineData("sm4-ctr")]
    public async Task A_comparison_measures_both_sides(string name)
    {
        Assert.SkipUnless(LibCrypto.IsThere, "libcrypto 3 is not on this machine");
        using var output = new StringWriter();
        Assert.Equal(0, await new CompareVerb(SigningComparisons.All, output, TextWriter.Null).Run([name, "--quick"], CancellationToken.None));
        Assert.Contains($"\"name\":\"{name}\"", output.ToString(), StringComparison.Ordinal);
    }
}
