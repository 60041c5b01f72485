using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class ApplyForCertificateTests
{
    [Fact, Trait("rule", "A3"), Trait("rule", "P7")]
    public void A3_P7_A_unit_of_one_year_is_charged_opening_and_service() => Lives.Nothing
        .When(Commands.Apply())
        .Then(AppliedFor(OneYear, 1, Charge(Opening(100), Annual(200)), AppliedAt));

    [Fact, Trait("rule", "P7")]
    public void P7_Two_years_waive_the_opening_fee() => Lives.Nothing
        .When(Commands.Apply(term: TwoYears))
        .Then(AppliedFor(TwoYears, 1, Charge(Annual(200, 2)), AppliedAt));

    [Fact, Trait("rule", "A5")]
    public void A5_The_version_in_effect_on_the_Shanghai_date_is_the_one_applied_under()
    {
        var lastOfTheFirst = At("2026-01-31T23:59:59");
        var firstOfTheSecond = At("2026-02-01T00:00");
        var life = Lives.Under(TestPolicies.TwoVersions);

        life.When(Commands.Apply(lastOfTheFirst)).Then(AppliedFor(OneYear, 1, Charge(Opening(100), Annual(200)), lastOfTheFirst));
        life.When(Commands.Apply(firstOfTheSecond)).Then(AppliedFor(OneYear, 2, Charge(Opening(100), Annual(260)), firstOfTheSecond));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_Where_no_price_is_published_nothing_is_charged() => Lives.Nothing
        .When(Commands.Apply(platform: TestPolicies.Unpriced))
        .Then(AppliedFor(OneYear, 1, Charge(), AppliedAt) with { Platform = TestPolicies.Unpriced });

    [Fact, Trait("rule", "D1")]
    public void D1_A_key_that_is_posted_needs_an_address_and_one_that_is_not_needs_none()
    {
        Lives.Nothing.When(Commands.Apply() with { PostalAddress = null }).ThenRefused("D1", "PostalAddressMissing");
        Lives.Nothing.When(Commands.Apply(term: Term.OfYears(3)) with { PostalAddress = null }).ThenRefused("C2", "TermNotOffered");
        Lives.Nothing.When(Commands.Apply(platform: TestPolicies.NewOnly) with { PostalAddress = null }).ThenState(state => Assert.NotNull(state.Open));
    }

    [Fact, Trait("rule", "A2")]
    public void A2_A_second_application_is_refused_while_one_is_open() => Lives.UnderReview
        .When(Commands.Apply())
        .ThenRefused("A2", "ApplicationInProgress", ("application", "1"), ("operation", "@Operation.New"));

    [Fact, Trait("rule", "A2")]
    public void A2_A_second_application_is_refused_while_a_renewal_is_open() => Lives.RenewalUnderReview
        .When(Commands.Apply())
        .ThenRefused("A2", "ApplicationInProgress", ("application", "2"), ("operation", "@Operation.Renew"));

    [Fact, Trait("rule", "A2")]
    public void A2_An_id_that_was_applied_for_before_is_refused_even_where_nothing_came_of_it()
    {
        Lives.Rejected.When(Commands.Apply()).ThenRefused("A2", "CertificateAlreadyAppliedFor", ("certificate", "c-1"));
        Lives.Withdrawn.When(Commands.Apply()).ThenRefused("A2", "CertificateAlreadyAppliedFor", ("certificate", "c-1"));
        Lives.Issued.When(Commands.Apply()).ThenRefused("A2", "CertificateAlreadyAppliedFor", ("certificate", "c-1"));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_without_a_policy_is_not_served() => Lives.Nothing
        .When(Commands.Apply(platform: TestPolicies.Unserved))
        .ThenRefused("A5", "PlatformNotServed", ("platform", "unserved"));

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_is_not_served_before_its_first_policy_takes_effect() => Lives.Nothing
        .When(Commands.Apply(At("2019-12-31T23:59:59")))
        .ThenRefused("A5", "PlatformNotServed", ("platform", "gov-procurement"));

    [Fact, Trait("rule", "A5")]
    public void A5_New_is_refused_by_name_where_it_is_not_offered() => Lives.Nothing
        .When(Commands.Apply(platform: TestPolicies.NoNew))
        .ThenRefused(
            "A5", "OperationNotOffered", ("operation", "@Operation.New"), ("platform", "@平台no-new|Platform no-new"), ("stage", "@Stage.BeforeIssue"));

    [Fact, Trait("rule", "A5")]
    public void A5_A_role_that_the_platform_does_not_know_is_refused_by_name() => Lives.Nothing
        .When(Commands.Apply(role: TestPolicies.Judge))
        .ThenRefused("A5", "RoleNotOffered", ("platform", GovWords), ("role", "judge"));

    [Fact, Trait("rule", "A5")]
    public void A5_A_role_for_another_holder_kind_is_refused() => Lives.Nothing
        .When(Commands.Apply(platform: TestPolicies.NewOnly, role: TestPolicies.Judge))
        .ThenRefused("A5", "RoleNotOffered", ("platform", "@平台new-only|Platform new-only"), ("role", "judge"));

    [Theory, Trait("rule", "A5")]
    [InlineData(Channel.Mail, "@Channel.Mail")]
    [InlineData(Channel.Window, "@Channel.Window")]
    public void A5_A_channel_that_is_not_offered_is_refused_by_name(Channel channel, string word) => Lives.Nothing
        .When(Commands.Apply(channel: channel))
        .ThenRefused("A5", "ChannelNotOffered", ("channel", word), ("platform", GovWords));

    [Fact, Trait("rule", "C2")]
    public void C2_A_term_that_is_not_offered_is_refused() => Lives.Nothing
        .When(Commands.Apply(term: Term.OfYears(3)))
        .ThenRefused("C2", "TermNotOffered", ("platform", GovWords), ("term", "3"));

    [Fact, Trait("rule", "C2")]
    public void C2_A_term_that_a_later_version_no_longer_offers_is_refused_from_that_day() => Lives.Under(TestPolicies.TwoVersions)
        .When(Commands.Apply(At("2026-02-01T00:00"), term: TwoYears))
        .ThenRefused("C2", "TermNotOffered", ("platform", GovWords), ("term", "2"));

    [Fact, Trait("rule", "A2"), Trait("rule", "A5"), Trait("rule", "C2")]
    public void A2_A5_C2_The_first_obstacle_is_the_one_named()
    {
        var all = Commands.Apply(platform: TestPolicies.Unserved, role: TestPolicies.Judge, channel: Channel.Window, term: Term.OfYears(3));

        Lives.UnderReview.When(all).ThenRefused("A2", "ApplicationInProgress");
        Lives.Rejected.When(all).ThenRefused("A2", "CertificateAlreadyAppliedFor");
        Lives.Nothing.When(all).ThenRefused("A5", "PlatformNotServed");
        Lives.Nothing.When(all with { Platform = TestPolicies.NoNew }).ThenRefused("A5", "OperationNotOffered");
        Lives.Nothing.When(all with { Platform = TestPolicies.Gov }).ThenRefused("A5", "ChannelNotOffered");
        Lives.Nothing.When(all with { Platform = TestPolicies.Gov, Applying = Online }).ThenRefused("A5", "RoleNotOffered");
        Lives.Nothing.When(all with { Platform = TestPolicies.Gov, Applying = Online, Holder = TheHolder }).ThenRefused("C2", "TermNotOffered");
    }

    internal const string GovWords = "@四川省政府采购一体化平台|Sichuan Government Procurement Platform";

    private static CertificateAppliedFor AppliedFor(Term term, int policyVersion, Charge charge, Instant at) => new(
        TheCertificate, TestPolicies.Gov, TheHolder, 1, Under(Stage.BeforeIssue, Verification.CorporateTransfer, charge, policyVersion), Address, term, [], at);

    [Fact, Trait("rule", "A5")]
    public void A5_Where_the_platform_asks_for_a_region_a_New_names_one_of_its_own()
    {
        var asked = StepCommands.ApplyTo(StepPolicies.EveryProof);
        Lives.Nothing.When(asked).ThenRefused("A5", "RegionMissing");
        Lives.Nothing.When(asked with { Region = new RegionId("south") }).ThenRefused("A5", "RegionNotOffered", ("region", "south"));
        Lives.Nothing.When(StepCommands.ApplyTo(TestPolicies.Gov) with { Region = StepPolicies.North }).ThenRefused("A5", "RegionNotOffered", ("region", "north"));
        Assert.Equal(
            new RegionNamed(1, StepPolicies.North, AppliedAt),
            Lives.Nothing.After(asked with { Region = StepPolicies.North }).History[^1]);
        Assert.Throws<ImpossibleEventException>(() =>
            new RegionNamed(2, StepPolicies.North, OperationLives.Now).Evolve(OperationLives.Issued.After(OperationCommands.Reissue(OperationLives.Now)).State));
    }
}
