using System.Collections.Concurrent;
using ScCa.Pki.Algorithms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class PathsAgainstOpenSslTests
{
    // Two processes at once: more only wait for each other.
    private static readonly ParallelOptions AFewAtOnce = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void Openssl_says_the_same_of_a_sample_of_chains() => RequireAgreement(plansOfEach: 1);

    [Fact, Trait("set", "long")]
    public void Openssl_says_the_same_of_every_chain()
    {
        var count = RequireAgreement(PathVariations.PlansOfEach);

        Assert.InRange(count, 500, int.MaxValue);
    }

    private static int RequireAgreement(int plansOfEach)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var keys = KeyRing.Of(PublicKeyKind.EcdsaP256);
        var cases = PathVariations.All.SelectMany(variation => PathVariations.Plans(variation, plansOfEach).Select(planned => (variation, files: planned.Plan.MakeReal(keys)))).ToList();
        var disagreements = new ConcurrentBag<string>();
        Parallel.ForEach(cases, AFewAtOnce, one =>
        {
            if (Disagreement(one.variation, one.files) is { } disagreement)
                disagreements.Add(disagreement);
        });

        Assert.True(disagreements.IsEmpty, string.Join("\n", disagreements.Order()));
        return cases.Count;
    }

    private static string? Disagreement(PathVariation variation, PathCase files)
    {
        var theirs = OpenSslVerdict.Of(files);
        var ours = files.Validate()?.IsValid ?? false;
        if (variation.WhyOpenSslDiffers.Length > 0)
            return ours != theirs.IsGood ? null : $"{variation}: openssl agrees by now; nothing is to be explained any more";
        if (ours != theirs.IsGood)
            return $"{variation}: here {(ours ? "good" : "bad")}, openssl: {theirs.Text}";
        return theirs.IsGood || variation.IsUnreadable || variation.OpenSslErrors.Contains(theirs.Error) ? null : $"{variation}: openssl gives another reason: {theirs.Text}";
    }
}
