using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

/// <summary>Seals that come with a New.</summary>
public sealed class NewSealsTests
{
    [Theory, Trait("rule", "P7"), Trait("rule", "S8")]
    [InlineData(7, 2, 2, 800)]
    [InlineData(8, 1, 0, 300)]
    [InlineData(8, 1, 2, 500)]
    [InlineData(8, 1, 3, 600)]
    public void Example_7_8_P7_S8_A_unit_pays_for_each_seal_and_year(int example, int years, int seals, int yuan)
    {
        Assert.InRange(example, 7, 8);
        Nothing.When(OperationCommands.Apply(At("2026-01-05T10:00"), seals: seals, term: Term.OfYears(years)))
            .ThenState(state => Assert.Equal(Yuan(yuan), state.Open!.Charge.Total));
    }

    [Theory, Trait("rule", "P7"), Trait("rule", "S8")]
    [InlineData(1, 0, 100)]
    [InlineData(2, 0, 100)]
    [InlineData(1, 1, 150)]
    [InlineData(2, 1, 200)]
    public void Example_9_P7_S8_An_expert_pays_his_own_prices(int years, int seals, int yuan) => Nothing
        .When(OperationCommands.Apply(At("2026-01-05T10:00"), seals: seals, term: Term.OfYears(years), holder: OperationCommands.Expert))
        .ThenState(state => Assert.Equal(Yuan(yuan), state.Open!.Charge.Total));

    [Fact, Trait("rule", "P7")]
    public void P7_The_charge_reads_line_by_line_and_the_waiver_is_for_the_opening_alone()
    {
        Assert.Equal(
            [Opening(100), Annual(200), new ChargeLine(ChargeItem.Seal, Yuan(100), 2)],
            Nothing.After(OperationCommands.Apply(Begun, seals: 2)).State.Open!.Charge.Lines);
        Assert.Equal(
            [Annual(200, 2), new ChargeLine(ChargeItem.Seal, Yuan(100), 4)],
            Nothing.After(OperationCommands.Apply(Begun, seals: 2, term: TwoYears)).State.Open!.Charge.Lines);
    }

    [Fact, Trait("rule", "C2"), Trait("rule", "S2"), Trait("rule", "S8")]
    public void Example_7_C2_S2_S8_The_seals_are_made_with_the_certificate_and_end_with_it()
    {
        var life = IssuedOn("2026-01-05", seals: 2, term: TwoYears);

        Assert.Equal(Date("2028-01-05"), life.Held().NotAfter);
        Assert.Equal(
            [
                new SealMade(1, 1, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(1), 1, Date("2028-01-05"), At("2026-01-05T10:00")),
                new SealMade(1, 2, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(2), 1, Date("2028-01-05"), At("2026-01-05T10:00")),
            ],
            life.History.OfType<SealMade>());
        Assert.All(life.Held().Seals, s => Assert.Equal(SealStatus.Standing, s.Status));
    }

    [Fact, Trait("rule", "S3")]
    public void S3_The_format_is_the_one_of_the_policy_that_the_certificate_was_applied_for_under()
    {
        Assert.All(Sealed.Held().Seals, s => Assert.Equal(SealFormat.GmT0031V2014, s.Format));
        var applied = At("2025-12-31T10:00");
        var issued = Nothing.Ready(OperationCommands.Apply(applied, seals: 1)).Signed(Serial1, At("2026-01-02T10:00"));
        Assert.Equal(SealFormat.GmT0031V2014, Assert.Single(issued.Held().Seals).Format);
    }

    [Fact, Trait("rule", "S1")]
    public void S1_Where_certificate_and_seal_are_one_exactly_one_comes_with_a_New()
    {
        var one = ("platform", OperationPolicies.WordsOf(OperationPolicies.Coupled));

        Nothing.When(OperationCommands.Apply(Begun, OperationPolicies.Coupled)).ThenRefused("S1", "OneSealComesWithTheCertificate", one);
        Nothing.When(OperationCommands.Apply(Begun, OperationPolicies.Coupled, 2)).ThenRefused("S1", "OneSealComesWithTheCertificate", one);
        Nothing.When(OperationCommands.Apply(Begun, OperationPolicies.Coupled, 1)).ThenState(state => Assert.Equal(Yuan(400), state.Open!.Charge.Total));
    }

    [Fact, Trait("rule", "S4")]
    public void S4_The_reviewer_says_what_he_found_of_the_picture()
    {
        var applied = Nothing.After(OperationCommands.Apply(Begun, seals: 1));

        applied.When(OperationCommands.Approve(1, Begun)).ThenRefused("S4", "SealPictureNotJudged");
        applied.When(OperationCommands.Approve(1, Begun, SealPictureFinding.NumberTranscribed))
            .Then(new ApplicationApproved(1, Reviewer, SealPictureFinding.NumberTranscribed, Yuan(400), Begun));
    }
}
