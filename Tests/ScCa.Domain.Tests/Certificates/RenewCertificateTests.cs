using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class RenewCertificateTests
{
    private const string GovWords = ApplyForCertificateTests.GovWords;

    [Fact, Trait("rule", "C3")]
    public void Example_1_C3_The_61st_day_before_notAfter_is_refused_with_the_first_date() => Lives.Posted
        .When(Commands.Renew(NoonOf("2026-01-08")))
        .ThenRefused("C3", "RenewalNotYetOpen", ("firstDate", "2026-01-09"), ("notAfter", "2026-03-10"));

    [Fact, Trait("rule", "C3"), Trait("rule", "C4")]
    public void Example_2_C3_C4_The_60th_day_begins_at_midnight_in_Shanghai_and_the_term_counts_from_the_old_notAfter()
    {
        var midnight = At("2026-01-08T16:00:00Z");

        Lives.Posted.When(Commands.Renew(midnight - Duration.Epsilon)).ThenRefused("C3", "RenewalNotYetOpen");
        Lives.Posted
            .When(Commands.Renew(midnight))
            .Then(RenewalAppliedFor(Stage.InValidity, OneYear, midnight), KeyProven(midnight))
            .After(Commands.Approve(2, midnight), Commands.Count(200, 2, Transfer2, at: midnight))
            .When(Commands.Fulfil(at: midnight))
            .Then(Renewed(2, Date("2027-03-10"), midnight));
    }

    [Fact, Trait("rule", "C2"), Trait("rule", "C3")]
    public void Example_3_C2_C3_The_last_day_is_in_validity_and_the_next_is_expired()
    {
        Lives.Posted.When(Commands.Renew(LastDay)).Then(RenewalAppliedFor(Stage.InValidity, OneYear, LastDay), KeyProven(LastDay));
        Lives.Posted.When(Commands.Renew(AfterExpiry)).Then(RenewalAppliedFor(Stage.Expired, OneYear, AfterExpiry));
    }

    [Fact, Trait("rule", "C9")]
    public void C9_The_stage_comes_from_notAfter_and_not_from_the_sweep()
    {
        Lives.Posted.When(Commands.RenewUnproven(LateAppliedAt)).Then(RenewalAppliedFor(Stage.Expired, OneYear, LateAppliedAt));
        Lives.Expired.When(Commands.RenewUnproven(LateAppliedAt)).Then(RenewalAppliedFor(Stage.Expired, OneYear, LateAppliedAt));
    }

    [Fact, Trait("rule", "C3"), Trait("rule", "C4"), Trait("rule", "P7")]
    public void Example_5_C3_C4_P7_Two_years_from_a_notAfter_of_28_February()
    {
        var life = IssuedOn("2025-02-28");

        life.When(Commands.Renew(NoonOf("2025-12-29"), term: TwoYears))
            .ThenRefused("C3", "RenewalNotYetOpen", ("firstDate", "2025-12-30"), ("notAfter", "2026-02-28"));
        var opened = NoonOf("2025-12-30");
        life.When(Commands.Renew(opened, term: TwoYears))
            .Then(RenewalAppliedFor(Stage.InValidity, TwoYears, opened, Annual(200, 2)), KeyProven(opened))
            .After(Commands.Approve(2, opened), Commands.Count(400, 2, Transfer2, at: opened))
            .When(Commands.Fulfil(at: opened))
            .Then(Renewed(2, Date("2028-02-28"), opened, 400));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_renewal_is_made_under_the_version_in_effect_when_it_is_applied_for()
    {
        var life = Lives.Posted.Under(TestPolicies.TwoVersions);
        var before = At("2026-01-31T23:59:59");
        var from = At("2026-02-01T00:00");

        life.When(Commands.Renew(before)).Then(RenewalAppliedFor(Stage.InValidity, OneYear, before), KeyProven(before));
        life.When(Commands.Renew(from))
            .Then(RenewalAppliedFor(Stage.InValidity, OneYear, from, Annual(260), 2), KeyProven(from));
    }

    [Fact, Trait("rule", "A2")]
    public void A2_A_renewal_does_not_wait_for_the_first_key_to_be_posted() => Lives.Issued
        .When(Commands.Renew(RenewalAppliedAt))
        .Then(RenewalAppliedFor(Stage.InValidity, OneYear, RenewalAppliedAt), KeyProven(RenewalAppliedAt));

    [Fact, Trait("rule", "A2")]
    public void A2_A_second_renewal_is_refused_while_one_is_open() => Lives.RenewalUnderReview
        .When(Commands.Renew())
        .ThenRefused("A2", "ApplicationInProgress", ("application", "2"), ("operation", "@Operation.Renew"));

    [Fact, Trait("rule", "A2")]
    public void A2_A_renewal_that_was_rejected_or_withdrawn_may_be_applied_for_again_under_the_next_number()
    {
        var again = RenewalAppliedFor(Stage.InValidity, OneYear, RenewalAppliedAt) with { Application = 3 };

        Lives.RenewalRejected.When(Commands.Renew()).Then(again, KeyProven(RenewalAppliedAt) with { Application = 3 });
        Lives.RenewalWithdrawn.When(Commands.Renew()).Then(again, KeyProven(RenewalAppliedAt) with { Application = 3 });
    }

    [Fact, Trait("rule", "C5")]
    public void C5_A_renewal_is_refused_while_a_granted_one_waits_to_be_written()
    {
        Lives.Granted.When(Commands.Renew()).ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"));
        Lives.GrantIssued.When(Commands.Renew()).ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"));
    }

    [Fact, Trait("rule", "C5")]
    public void C5_A_grant_left_unused_past_its_own_notAfter_stands_in_the_way_of_nothing()
    {
        var lastDay = Shanghai.LastSecondOf(new LocalDate(2027, 3, 10));
        var dayAfter = lastDay + Duration.FromSeconds(1);

        foreach (var unused in new[] { Lives.Granted, Lives.GrantIssued })
        {
            unused.When(Commands.RenewUnproven(lastDay)).ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"));
            unused.When(Commands.RenewUnproven(dayAfter)).Then(RenewalAppliedFor(Stage.Expired, OneYear, dayAfter) with { Application = 3 });
        }
    }

    [Fact, Trait("rule", "C3")]
    public void C3_After_a_renewal_the_window_counts_from_the_new_notAfter()
    {
        Lives.Renewed.When(Commands.Renew(NoonOf("2027-01-08"), proven: Serial2))
            .ThenRefused("C3", "RenewalNotYetOpen", ("firstDate", "2027-01-09"), ("notAfter", "2027-03-10"));
        var opened = NoonOf("2027-01-09");
        Lives.Renewed.When(Commands.Renew(opened, proven: Serial2)).Then(
            RenewalAppliedFor(Stage.InValidity, OneYear, opened) with { Application = 3 }, KeyProven(opened) with { Application = 3 });
    }

    [Fact, Trait("rule", "A6")]
    public void A6_In_validity_the_present_key_must_be_proven()
    {
        Lives.Posted.When(Commands.RenewUnproven()).ThenRefused("A6", "PresentKeyNotProven");
        Lives.Posted.When(Commands.Renew(proven: Serial2)).ThenRefused("A6", "PresentKeyNotProven");
        Lives.Renewed.When(Commands.Renew(NoonOf("2027-02-01"), proven: Serial1)).ThenRefused("A6", "PresentKeyNotProven");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_There_is_nothing_to_renew_before_the_first_issue()
    {
        Lives.Nothing.When(Commands.Renew()).ThenRefused("A3", "CertificateUnknown");
        Lives.Rejected.When(Commands.Renew()).ThenRefused("A3", "CertificateNotIssued");
        Lives.UnderReview.When(Commands.Renew()).ThenRefused("A2", "ApplicationInProgress", ("application", "1"), ("operation", "@Operation.New"));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_platform_that_is_no_longer_served_renews_nothing() => Lives.Posted.Under(TestPolicies.Empty)
        .When(Commands.Renew())
        .ThenRefused("A5", "PlatformNotServed", ("platform", "gov-procurement"));

    [Fact, Trait("rule", "A5")]
    public void A5_Renew_is_refused_by_name_and_stage_where_it_is_not_offered()
    {
        Lives.NewOnlyIssued.When(Commands.Renew()).ThenRefused(
            "A5", "OperationNotOffered", ("operation", "@Operation.Renew"), ("platform", "@平台new-only|Platform new-only"),
            ("stage", "@Stage.InValidity"));
        Lives.NewOnlyIssued.When(Commands.Renew(AfterExpiry)).ThenRefused("A5", "OperationNotOffered", ("stage", "@Stage.Expired"));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_A_channel_that_is_not_offered_is_refused_by_name() => Lives.Posted
        .When(Commands.Renew(channel: Channel.Window))
        .ThenRefused("A5", "ChannelNotOffered", ("channel", "@Channel.Window"), ("platform", GovWords));

    [Fact, Trait("rule", "C2")]
    public void C2_A_term_that_is_not_offered_is_refused() => Lives.Posted
        .When(Commands.Renew(term: Term.OfYears(3)))
        .ThenRefused("C2", "TermNotOffered", ("platform", GovWords), ("term", "3"));

    [Fact, Trait("rule", "A2"), Trait("rule", "A5"), Trait("rule", "A6"), Trait("rule", "C2"), Trait("rule", "C3"), Trait("rule", "C5")]
    public void A2_C5_C3_A5_C2_A6_The_first_obstacle_is_the_one_named()
    {
        var wrong = Commands.Renew(channel: Channel.Window, term: Term.OfYears(3)) with { Proof = null };
        var early = wrong with { At = TooEarly };

        Lives.RenewalUnderReview.When(early).ThenRefused("A2", "ApplicationInProgress");
        Lives.Granted.When(early).ThenRefused("C5", "UpdateAlreadyGranted");
        Lives.Posted.Under(TestPolicies.Empty).When(early).ThenRefused("C3", "RenewalNotYetOpen");
        Lives.Posted.Under(TestPolicies.Empty).When(wrong).ThenRefused("A5", "PlatformNotServed");
        Lives.NewOnlyIssued.When(wrong).ThenRefused("A5", "OperationNotOffered");
        Lives.Posted.When(wrong).ThenRefused("A5", "ChannelNotOffered");
        Lives.Posted.When(wrong with { Applying = Online }).ThenRefused("C2", "TermNotOffered");
    }

    private static Scenario<Certificate> IssuedOn(string date)
    {
        var at = NoonOf(date);
        return Lives.Nothing.After(
            Commands.Apply(at), Commands.Approve(at: at), Commands.Count(300, at: at),
            Commands.Intend(validity: Validity.Until(at, Date(date).PlusYears(1)), at: at), Commands.RecordGeneration(at: at));
    }

    private static RenewalApplied RenewalAppliedFor(Stage stage, Term term, Instant at, ChargeLine? charged = null, int policyVersion = 1)
    {
        var verification = stage == Stage.InValidity ? Verification.KeySignature : Verification.CorporateTransfer;
        return new RenewalApplied(2, Under(stage, verification, Charge(charged ?? Annual(200)), policyVersion), term, at);
    }

    private static IdentityVerified KeyProven(Instant at) => new(2, Verification.KeySignature, ChallengeDigest.Value, at);
}
