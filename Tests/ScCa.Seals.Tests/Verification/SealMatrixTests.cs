using ScCa.Seals.Structures;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Verification;

public sealed class SealMatrixTests
{
    public static TheoryData<int, SealVersion> Samples
    {
        get
        {
            var data = new TheoryData<int, SealVersion>();
            for (var i = 0; i < SealMatrix.Samples.Count; i++)
            {
                foreach (var version in SealMatrix.Samples[i].Versions)
                    data.Add(i, version);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_fails_at_its_step_and_nowhere_else(int index, SealVersion version)
    {
        var sample = SealMatrix.Samples[index];
        var verdict = sample.Spoil(new SealRecipe(version)).VerdictOnOfd();
        Assert.Equal([(sample.Step, sample.Finding)], verdict.Failures.Select(f => (f.Step, f.Finding)));
        Assert.False(verdict.IsValid);
        Assert.Equal(sample.Step, verdict.FirstFailure!.Step);
    }

    [Theory]
    [InlineData(SealVersion.V1)]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void A_document_in_order_passes_every_step_that_its_version_has(SealVersion version)
    {
        var verdict = new SealRecipe(version).VerdictOnOfd();
        Assert.True(verdict.IsValid);
        Assert.Equal(
            SealMatrix.Gaps.Where(g => g.Version == version).Select(g => (g.Step, SealFinding.NotInThisVersion)).Order(),
            verdict.Steps.Where(s => s.Outcome == StepOutcome.NotApplicable).Select(s => (s.Step, s.Finding)).Order());
        Assert.Equal(version, verdict.Seal!.Version);
        Assert.Equal(SealPki.Used, verdict.SignedAt);
        Assert.True(verdict.IsTimeTrusted);
    }

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void A_seal_may_end_with_the_year_9999_and_whatever_is_dated_so_gets_a_verdict(SealVersion version)
    {
        var last = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);
        Assert.True(new SealRecipe(version) { ValidEnd = last }.VerdictOnOfd().IsValid);
        var late = new SealRecipe(version) { CreateDate = last, ValidStart = last, UsedAt = last, Stamp = null, SealStamp = null }.VerdictOnOfd();
        Assert.Contains(SealStep.SigningTime, late.Failures.Select(f => f.Step));
    }

    [Fact]
    public void There_is_a_sample_or_a_reason_for_every_step_and_version()
    {
        var sampled = SealMatrix.Samples.SelectMany(s => s.Versions.Select(v => (s.Step, v)));
        var explained = SealMatrix.Gaps.Where(g => g.Reason.Length > 20).Select(g => (g.Step, g.Version));
        var wanted = Enum.GetValues<SealStep>().SelectMany(step => Enum.GetValues<SealVersion>().Select(version => (step, version)));
        Assert.Equal(wanted.Order(), sampled.Concat(explained).Distinct().Order());
        Assert.Empty(sampled.Intersect(explained));
    }

    [Fact]
    public void Every_step_finding_and_refusal_is_told_in_both_languages()
    {
        foreach (var step in Enum.GetValues<SealStep>())
        {
            foreach (var finding in Enum.GetValues<SealFinding>())
            {
                var result = new SealStepResult(step, StepOutcome.Failed, finding);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", result.StepZhCn);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", result.FindingZhCn);
                Assert.Matches("^[ -~]+$", result.StepEn);
                Assert.Matches("^[ -~]+$", result.FindingEn);
            }
        }
    }

    [Theory]
    [InlineData(SealFinding.SignatureMalformed, 1000)]
    [InlineData(SealFinding.AlgorithmUnknown, 1003)]
    [InlineData(SealFinding.SignatureWrong, 1008)]
    [InlineData(SealFinding.SignerNotListed, 1013)]
    [InlineData(SealFinding.MakerNotYetValid, 1019)]
    [InlineData(SealFinding.MakerExpired, 1020)]
    [InlineData(SealFinding.SealNotYetValid, 1022)]
    [InlineData(SealFinding.SealExpired, 1023)]
    [InlineData(SealFinding.DocumentDigestDiffers, 1025)]
    [InlineData(SealFinding.TimeUnreadable, 1026)]
    public void Failures_carry_the_number_that_vendors_give_them(SealFinding finding, int code) =>
        Assert.Equal(code, (int?)new SealStepResult(SealStep.SignatureFormat, StepOutcome.Failed, finding).Code);

    [Fact]
    public void What_did_not_fail_has_no_number() =>
        Assert.Null(new SealStepResult(SealStep.SignatureFormat, StepOutcome.NotApplicable, SealFinding.NotReached).Code);
}
