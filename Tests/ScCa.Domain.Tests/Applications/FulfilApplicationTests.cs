using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class FulfilApplicationTests
{
    [Fact, Trait("rule", "C4")]
    public void C4_In_validity_the_term_counts_from_the_old_notAfter() => Lives.RenewalReady
        .When(Commands.Fulfil())
        .Then(Renewed(2, RenewedNotAfter, Example.RenewalGrantedAt));

    [Fact, Trait("rule", "C3"), Trait("rule", "C4")]
    public void C3_C4_Applied_for_in_validity_and_granted_after_expiry_the_term_still_counts_from_the_old_notAfter() => Lives.RenewalReady
        .When(Commands.Fulfil(at: At("2026-04-20T10:00")))
        .Then(Renewed(2, RenewedNotAfter, At("2026-04-20T10:00")));

    [Fact, Trait("rule", "C4"), Trait("rule", "P7")]
    public void Example_4_C4_P7_After_expiry_the_term_counts_from_the_grant_however_late_it_is_pulled()
    {
        var pulled = Validity.Until(LatePulledAt, Date("2027-04-20"));

        Assert.Equal(Yuan(200), Lives.LateUnderReview.State.Open!.Charge.Total);
        Lives.LateReady
            .When(Commands.Fulfil(at: LateGrantedAt)).Then(Renewed(2, Date("2027-04-20"), LateGrantedAt))
            .When(Commands.Intend(Serial2, pulled, LatePulledAt))
            .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, pulled, LatePulledAt))
            .When(Commands.RecordGeneration(Serial2, LatePulledAt))
            .Then(new GenerationIssued(2, 2, Serial2, pulled, Signed, LatePulledAt))
            .When(Commands.Complete(at: LatePulledAt)).Then(new UpdateCompleted(2, 2, LatePulledAt), InvoiceDue(2, 200, "2026-05-11", LatePulledAt));
    }

    [Fact, Trait("rule", "C4")]
    public void C4_After_expiry_the_date_of_the_grant_is_its_date_in_Shanghai() => Lives.LateReady
        .When(Commands.Fulfil(at: At("2026-04-19T16:00:00Z")))
        .Then(Renewed(2, Date("2027-04-20"), At("2026-04-19T16:00:00Z")));

    [Fact, Trait("rule", "C5"), Trait("rule", "A2")]
    public void A2_C5_The_grant_ends_the_application_and_waits_to_be_written() => Lives.RenewalReady
        .When(Commands.Fulfil())
        .ThenState(state =>
        {
            var issued = Assert.IsType<IssuedCertificate>(state);
            Assert.Null(issued.Open);
            Assert.Equal(new UpdateGrant(2, Operation.Renew, TheHolder, RenewedNotAfter, Yuan(200), false, Example.RenewalGrantedAt), issued.Grant! with { Payments = [] });
            Assert.Equal([new CountedPayment(Transfer2, Yuan(200))], issued.Grant.Payments);
            Assert.Equal(NotAfter, issued.NotAfter);
        });

    [Fact, Trait("rule", "P2")]
    public void P2_Where_nothing_is_charged_a_proven_and_approved_renewal_is_granted_at_once() => Lives.UnpricedRenewalReady
        .When(Commands.Fulfil())
        .Then(Renewed(2, RenewedNotAfter, Example.RenewalGrantedAt, 0));

    [Fact, Trait("rule", "A3")]
    public void A3_Each_step_waits_for_the_one_before_it()
    {
        Lives.RenewalUnderReview.When(Commands.Fulfil())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.UnderReview"));
        Lives.RenewalReturned.When(Commands.Fulfil())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.Returned"));
        Lives.RenewalPartlyPaid.When(Commands.Fulfil())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.AwaitingPayment"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_New_is_fulfilled_by_its_issue_and_not_by_a_word() => Lives.ReadyToIssue
        .When(Commands.Fulfil(1))
        .ThenRefused("A3", "FulfilledByItsIssue", ("operation", "@Operation.New"));

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_is_not_fulfilled()
    {
        Lives.RenewalReady.When(Commands.Fulfil(1)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Rejected.When(Commands.Fulfil(1)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Posted.When(Commands.Fulfil(1)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Granted.When(Commands.Fulfil()).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_fulfilled_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.Fulfil())
        .ThenRefused("A3", "CertificateUnknown");
}
