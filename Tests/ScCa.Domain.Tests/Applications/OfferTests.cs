using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

/// <summary>What a platform offers, whom to, how, and when: seen through New, because every operation asks it the same.</summary>
public sealed class OfferTests
{
    private const string PapersWords = "@平台papers|Platform papers";

    [Fact, Trait("rule", "A5")]
    public void A5_The_way_depends_on_the_channel_and_on_who_handles_it()
    {
        Assert.Equal("StampedForm, CorporateTransfer with application-form, licence-copy", Asked(StepLives.PapersUnderReview.State));
        Assert.Equal("RealPerson, CorporateTransfer with ", Asked(StepLives.InPersonUnderReview.State));
        Assert.Equal("OnSite with application-form", Asked(StepLives.VisitUnderReview.State));
    }

    [Theory, Trait("rule", "A5")]
    [InlineData(HandledBy.Handler)]
    [InlineData(HandledBy.LegalRepresentative)]
    public void A5_A_way_for_anyone_serves_the_legal_representative_too(HandledBy handledBy) => Lives.Nothing
        .When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, handledBy))
        .ThenState(state => Assert.Equal(handledBy, state.Open!.Under.Applying.HandledBy));

    [Fact, Trait("rule", "A5")]
    public void A5_What_is_handed_in_online_is_handed_in_by_the_handler() =>
        Assert.Equal(new Applying(TheHandler, HandledBy.Handler, Channel.Online, null, null), Applying.Online(TheHandler));

    [Fact, Trait("rule", "A5")]
    public void A5_A_capacity_that_the_channel_does_not_serve_is_refused_by_name() => Lives.Nothing
        .When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Mail, HandledBy.LegalRepresentative))
        .ThenRefused("A5", "CapacityNotOffered", ("handledBy", "@HandledBy.LegalRepresentative"), ("platform", PapersWords));

    [Fact, Trait("rule", "A8")]
    public void A8_Where_the_online_review_comes_first_nobody_walks_in()
    {
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Papers, StepPolicies.South)).ThenRefused("A8", "OnlineReviewComesFirst", ("platform", PapersWords));
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Mail, receivedBy: Clerk)).ThenRefused("A8", "OnlineReviewComesFirst");
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Mail)).ThenState(state => Assert.NotNull(state.Open));
    }

    [Fact, Trait("rule", "A8")]
    public void A8_Where_anyone_may_hand_in_the_applicant_and_the_clerk_both_do()
    {
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Persons, StepPolicies.South)).ThenState(state => Assert.Equal(Clerk, Taker(state)));
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, Channel.Window)).ThenState(state => Assert.Null(Taker(state)));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_What_staff_alone_takes_in_is_not_handed_in_online() => Lives.Nothing
        .When(StepCommands.ApplyTo(StepPolicies.Weekly, Channel.Window, window: StepPolicies.South, seals: 1))
        .ThenRefused("A5", "TakenByStaffOnly", ("channel", "@Channel.Window"), ("operation", "@Operation.New"));

    [Fact, Trait("rule", "W1")]
    public void W1_A_walk_in_is_taken_on_a_day_that_its_window_serves_whatever_the_hour()
    {
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.South, At("2025-03-05T21:00"), seals: 1)).ThenState(_ => { });
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.South, At("2026-02-14T10:00"), seals: 1)).ThenState(_ => { });
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.South, At("2025-03-08T10:00"), seals: 1))
            .ThenRefused("W1", "WindowClosed", ("nextOpening", "2025-03-10 09:00"), ("window", "@城南综合服务窗口|Window south"));
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.Tuesdays, At("2025-10-07T10:00"), seals: 1))
            .ThenRefused("W1", "WindowServesAnotherDay", ("nextDay", "2025-10-14"), ("window", "@成都交易所大厦窗口|Window tuesdays"));
    }

    [Fact, Trait("rule", "W1")]
    public void W1_The_day_is_the_day_in_Shanghai()
    {
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.Tuesdays, At("2025-03-10T16:00:00Z"), seals: 1)).ThenState(_ => { });
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.Tuesdays, At("2025-03-10T15:59:59Z"), seals: 1))
            .ThenRefused("W1", "WindowServesAnotherDay", ("nextDay", "2025-03-11"));
    }

    [Fact, Trait("rule", "W1")]
    public void W1_What_is_handed_in_online_for_a_window_does_not_wait_for_its_day_but_must_name_one_there_is()
    {
        var sunday = At("2025-03-09T10:00");

        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, window: StepPolicies.South, at: sunday)).ThenState(_ => { });
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, window: StepPolicies.Tuesdays, at: sunday)).ThenState(_ => { });
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, window: new WindowId("nowhere"), at: sunday))
            .ThenRefused("W1", "WindowNotKnown", ("platform", PapersWords), ("window", "nowhere"));
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, new WindowId("nowhere"), seals: 1)).ThenRefused("W1", "WindowNotKnown");
        Lives.Nothing.When(StepCommands.WalkIn(StepPolicies.Weekly, seals: 1)).ThenState(_ => { });
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Where_no_reviewer_is_needed_the_application_waits_for_what_comes_next() =>
        Assert.Equal((ReviewState.NotNeeded, ApplicationStep.AwaitingVerification), (StepLives.WalkedIn.State.Open!.Review, StepLives.WalkedIn.State.Open!.Step));

    [Fact, Trait("rule", "A5"), Trait("rule", "A8"), Trait("rule", "W1")]
    public void A5_A8_W1_The_first_obstacle_is_the_one_named()
    {
        var wrong = StepCommands.ApplyTo(
            StepPolicies.Papers, Channel.Mail, HandledBy.LegalRepresentative, new WindowId("nowhere"), Clerk, at: At("2025-03-09T10:00"));

        Lives.Nothing.When(wrong with { Platform = TestPolicies.NewOnly }).ThenRefused("A5", "ChannelNotOffered");
        Lives.Nothing.When(wrong).ThenRefused("A5", "CapacityNotOffered");
        Lives.Nothing.When(wrong with { Applying = wrong.Applying with { HandledBy = HandledBy.Handler } }).ThenRefused("A8", "OnlineReviewComesFirst");
        Lives.Nothing.When(wrong with { Applying = wrong.Applying with { HandledBy = HandledBy.Handler, ReceivedBy = null } })
            .ThenRefused("W1", "WindowNotKnown");
    }

    [Theory, Trait("rule", "D5"), Trait("rule", "S3")]
    [InlineData(15, "2026-04-30", "2026-05-06")]
    [InlineData(16, "2026-02-13", "2026-02-14")]
    [InlineData(17, "2026-02-14", "2026-02-24")]
    public void Examples_15_16_17_D5_The_review_is_promised_by_the_next_working_day(int example, string submitted, string by)
    {
        Assert.InRange(example, 15, 17);
        Lives.Nothing
            .When(StepCommands.ApplyTo(StepPolicies.Weekly, seals: 1, at: At(submitted + "T23:59:59")))
            .ThenState(state => Assert.Equal(new PromisedDate(Date(by), []), state.Open!.Under.ReviewedBy));
    }

    [Fact, Trait("rule", "D5")]
    public void D5_Where_no_review_time_is_published_none_is_promised() => Assert.Null(Lives.UnderReview.State.Open!.Under.ReviewedBy);

    [Fact, Trait("rule", "S8"), Trait("rule", "P7")]
    public void S8_P7_A_New_may_bring_any_number_of_seals_and_pays_for_each()
    {
        foreach (var (seals, yuan) in new[] { (0, 300), (1, 400), (2, 500), (3, 600) })
        {
            Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, seals: seals))
                .ThenState(state => Assert.Equal((seals, Yuan(yuan)), (state.Open!.Request.SealPictures, state.Open.Charge.Total)));
        }
    }

    [Fact, Trait("rule", "S1"), Trait("rule", "S8")]
    public void S1_S8_Where_seal_and_certificate_are_one_exactly_one_comes_and_where_there_are_none_none()
    {
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Weekly)).ThenRefused("S1", "OneSealComesWithTheCertificate", ("platform", "@平台weekly|Platform weekly"));
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Weekly, seals: 2)).ThenRefused("S1", "OneSealComesWithTheCertificate");
        Lives.Nothing.When(StepCommands.ApplyTo(TestPolicies.Gov, seals: 1))
            .ThenRefused("S8", "SealsNotOfferedWithNew", ("platform", Certificates.ApplyForCertificateTests.GovWords));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_person_may_hold_a_certificate_in_the_roles_of_his_kind_alone()
    {
        foreach (var holder in new Holder[] { TheHolder, StepLives.MemberHolder, StepLives.FreelanceHolder, StepLives.ExpertHolder })
            Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, holder: holder)).ThenState(state => Assert.Equal(holder, ((KnownCertificate)state).Holder));
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.MemberHolder with { Role = StepPolicies.Expert }))
            .ThenRefused("A5", "RoleNotOffered", ("role", "expert"));
        Lives.Nothing.When(StepCommands.ApplyTo(TestPolicies.Gov, holder: StepLives.ExpertHolder))
            .ThenRefused("A5", "OperationNotOffered");
    }

    [Fact, Trait("rule", "A5"), Trait("rule", "P1")]
    public void A5_P1_A_member_names_his_unit_and_a_freelance_need_not()
    {
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.MemberHolder with { Employer = null }))
            .ThenRefused("A5", "UnitOfHolderMissing", ("platform", "@平台persons|Platform persons"));
        Lives.Nothing.When(StepCommands.ApplyTo(StepPolicies.Persons, holder: StepLives.FreelanceHolder)).ThenState(_ => { });
    }

    private static string Asked(Certificate state) =>
        $"{string.Join(", ", state.Open!.Under.Verification)} with {string.Join(", ", state.Open.Under.Materials)}";

    private static Domain.People.StaffId? Taker(Certificate state) => state.Open!.Under.Applying.ReceivedBy;
}
