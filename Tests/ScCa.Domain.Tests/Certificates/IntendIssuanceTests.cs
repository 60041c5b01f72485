using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class IntendIssuanceTests
{
    [Fact, Trait("rule", "C1"), Trait("rule", "C2")]
    public void C1_C2_A_ready_application_is_committed_to_until_the_last_second_of_its_term()
    {
        Assert.Equal(At("2026-03-10T23:59:59"), FirstValidity.NotAfter);
        Lives.ReadyToIssue.When(Commands.Intend()).Then(new IssuanceIntended(1, 1, Serial1, TbsDigest, SigningKey, FirstValidity, IssuedAt));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C4")]
    public void C1_C4_A_granted_renewal_is_committed_to_until_the_date_of_the_grant() => Lives.Granted
        .When(Commands.Intend(Serial2, RenewedValidity, RenewalPulledAt))
        .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, RenewedValidity, RenewalPulledAt));

    [Theory, Trait("rule", "C2")]
    [InlineData("2026-01-05T10:00", 2, "2028-01-05")] // Example 7: notAfter of a New.
    [InlineData("2028-02-29T10:00", 1, "2029-02-28")]
    [InlineData("2028-02-29T10:00", 2, "2030-02-28")]
    [InlineData("2027-02-28T10:00", 1, "2028-02-28")]
    [InlineData("2025-12-31T15:59:59Z", 1, "2026-12-31")]
    [InlineData("2025-12-31T16:00:00Z", 1, "2027-01-01")]
    public void Example_7_C2_The_term_of_a_New_counts_from_the_Shanghai_date_of_issue(string issued, int years, string notAfter)
    {
        var at = At(issued);
        var life = Lives.Nothing.After(Commands.Apply(term: Term.OfYears(years)), Commands.Approve(), Commands.Count(400));

        life.When(Commands.Intend(validity: Validity.Until(at, Date(notAfter)), at: at))
            .ThenState(state => Assert.Equal(Shanghai.LastSecondOf(Date(notAfter)), ((KnownCertificate)state).Intent!.Validity.NotAfter));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_One_signature_at_a_time_is_committed_to()
    {
        Lives.Intended.When(Commands.Intend(Serial2)).ThenRefused("C1", "SignatureAlreadyIntended", ("serial", Serial1.Value));
        Lives.GrantIntended.When(Commands.Intend(Serial3, RenewedValidity, RenewalPulledAt))
            .ThenRefused("C1", "SignatureAlreadyIntended", ("serial", Serial2.Value));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "A3")]
    public void A3_C1_Nothing_is_committed_to_before_review_verification_and_payment()
    {
        Lives.UnderReview.When(Commands.Intend())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));
        Lives.Returned.When(Commands.Intend()).ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.Returned"));
        Lives.PartlyPaid.When(Commands.Intend())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.AwaitingPayment"));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C5"), Trait("rule", "C7")]
    public void C1_C5_C7_No_history_commits_to_a_signature_for_what_takes_none_or_has_its_own()
    {
        Assert.Throws<ImpossibleEventException>(() => Second(2).Evolve(Lives.RenewalUnderReview.State));
        Assert.Throws<ImpossibleEventException>(() => Second(3).Evolve(OperationLives.RenewalSigned.State));

        static IssuanceIntended Second(int generation) => new(2, generation, Serial3, TbsDigest, SigningKey, RenewedValidity, RenewalPulledAt);
    }

    [Fact, Trait("rule", "C1")]
    public void C1_Without_a_ready_application_or_a_grant_there_is_nothing_to_issue()
    {
        Lives.Nothing.When(Commands.Intend()).ThenRefused("A3", "CertificateUnknown");
        Lives.Rejected.When(Commands.Intend()).ThenRefused("C1", "NothingToIssue");
        Lives.Posted.When(Commands.Intend(Serial2)).ThenRefused("C1", "NothingToIssue");
        Lives.RenewalReady.When(Commands.Intend(Serial2)).ThenRefused("C1", "NothingToIssue");
        Lives.GrantIssued.When(Commands.Intend(Serial3)).ThenRefused("C1", "NothingToIssue");
        Lives.Renewed.When(Commands.Intend(Serial3)).ThenRefused("C1", "NothingToIssue");
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C5")]
    public void C1_C5_A_grant_can_be_pulled_on_its_last_date_and_no_longer()
    {
        var lastDay = At("2027-03-10T23:59:58");
        var nextDay = At("2027-03-11T00:00");

        Lives.Granted.When(Commands.Intend(Serial2, Validity.Until(lastDay, RenewedNotAfter), lastDay))
            .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, Validity.Until(lastDay, RenewedNotAfter), lastDay));
        Lives.Granted.When(Commands.Intend(Serial2, Validity.Until(nextDay, RenewedNotAfter), nextDay)).ThenRefused("C1", "NothingToIssue");
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_serial_that_was_burned_or_issued_is_never_used_again()
    {
        Lives.Abandoned.When(Commands.Intend(Serial1)).ThenRefused("C1", "SerialAlreadyUsed", ("serial", Serial1.Value));
        Lives.Granted.When(Commands.Intend(Serial1, RenewedValidity, RenewalPulledAt))
            .ThenRefused("C1", "SerialAlreadyUsed", ("serial", Serial1.Value));
        Lives.GrantAbandoned.When(Commands.Intend(Serial2, RenewedValidity, RenewalPulledAt))
            .ThenRefused("C1", "SerialAlreadyUsed", ("serial", Serial2.Value));
        Lives.Abandoned.When(Commands.Intend(Serial2)).Then(new IssuanceIntended(1, 1, Serial2, TbsDigest, SigningKey, FirstValidity, IssuedAt));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_A_burned_serial_stays_used_after_the_issue() => Lives.Abandoned
        .After(
            Commands.Intend(Serial2), Commands.RecordGeneration(Serial2), Commands.Renew(proven: Serial2), Commands.Approve(2),
            Commands.Count(200, 2, Transfer2), Commands.Fulfil())
        .When(Commands.Intend(Serial1, RenewedValidity, RenewalPulledAt))
        .ThenRefused("C1", "SerialAlreadyUsed", ("serial", Serial1.Value));

    [Fact, Trait("rule", "C1"), Trait("rule", "C2")]
    public void C1_C2_Bytes_made_for_another_validity_are_outdated()
    {
        Lives.ReadyToIssue.When(Commands.Intend(validity: Validity.Until(IssuedAt, NotAfter.PlusDays(1)))).ThenRefused("C1", "IssuancePlanOutdated");
        Lives.ReadyToIssue.When(Commands.Intend(validity: FirstValidity with { NotAfter = FirstValidity.NotAfter - Duration.FromSeconds(1) }))
            .ThenRefused("C1", "IssuancePlanOutdated");
        Lives.Granted.When(Commands.Intend(Serial2, Validity.Until(RenewalPulledAt, NotAfter), RenewalPulledAt))
            .ThenRefused("C1", "IssuancePlanOutdated");
    }

    [Fact, Trait("rule", "C2")]
    public void C2_Bytes_made_for_another_day_are_outdated()
    {
        var nextDay = At("2025-03-11T00:00");

        Lives.ReadyToIssue.When(Commands.Intend(at: nextDay)).ThenRefused("C1", "IssuancePlanOutdated");
        Lives.ReadyToIssue.When(Commands.Intend(validity: Validity.Until(nextDay, Date("2026-03-11")))).ThenRefused("C1", "IssuancePlanOutdated");
        Lives.ReadyToIssue.When(Commands.Intend(at: At("2025-03-10T23:59:59")))
            .Then(new IssuanceIntended(1, 1, Serial1, TbsDigest, SigningKey, FirstValidity, At("2025-03-10T23:59:59")));
    }

    [Fact, Trait("rule", "C1")]
    public void C1_The_first_obstacle_is_the_one_named()
    {
        var wrong = Commands.Intend(Serial1, Validity.Until(IssuedAt, NotAfter.PlusDays(1)));

        Lives.Abandoned.After(Commands.Intend(Serial2)).When(wrong).ThenRefused("C1", "SignatureAlreadyIntended");
        Lives.Posted.When(wrong).ThenRefused("C1", "NothingToIssue");
        Lives.Abandoned.When(wrong).ThenRefused("C1", "SerialAlreadyUsed");
    }

    [Fact, Trait("rule", "C1")]
    public void C1_The_plan_names_whom_and_where_it_is_for()
    {
        Assert.Equal(
            (new IssuancePlan(1, 1, TheHolder, TestPolicies.Gov, FirstValidity), (Refusal?)null),
            IssuancePlan.For(Lives.ReadyToIssue.State, IssuedAt));
        Assert.Equal(
            (new IssuancePlan(2, 2, TheHolder, TestPolicies.Gov, RenewedValidity), (Refusal?)null),
            IssuancePlan.For(Lives.Granted.State, RenewalPulledAt));
    }
}
