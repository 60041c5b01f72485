using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Pki;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests;

/// <summary>Every line of the comparisons runs, with next to no work.</summary>
public sealed class ComparisonTests
{
    [Theory, InlineData("crl"), InlineData("crl-sm2")]
    public async Task A_comparison_measures_both_sides(string name)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var output = new StringWriter();

        Assert.Equal(0, await new CompareVerb(PkiComparisons.All, output, TextWriter.Null).Run([name, "--quick"], CancellationToken.None));

        Assert.Contains($"\"name\":\"{name}\"", output.ToString(), StringComparison.Ordinal);
    }
}
