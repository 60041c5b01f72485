using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Certificates;

public sealed class GrantRenewalTests
{
    [Fact, Trait("rule", "C4")]
    public void C4_In_validity_the_term_counts_from_the_old_notAfter() => Lives.RenewalReady
        .When(Commands.Grant())
        .Then(new RenewalGranted(2, RenewedNotAfter, Example.RenewalGrantedAt));

    [Fact, Trait("rule", "C3"), Trait("rule", "C4")]
    public void C3_C4_Applied_for_in_validity_and_granted_after_expiry_the_term_still_counts_from_the_old_notAfter() => Lives.RenewalReady
        .When(Commands.Grant(At("2026-04-20T10:00")))
        .Then(new RenewalGranted(2, RenewedNotAfter, At("2026-04-20T10:00")));

    [Fact, Trait("rule", "C4"), Trait("rule", "P7")]
    public void Example_4_C4_P7_After_expiry_the_term_counts_from_the_grant_however_late_it_is_pulled()
    {
        var pulled = Validity.Until(LatePulledAt, Date("2027-04-20"));

        Assert.Equal(Yuan(200), Lives.LateUnderReview.State.Open!.Charge.Total);
        Lives.LateReady
            .When(Commands.Grant(LateGrantedAt)).Then(new RenewalGranted(2, Date("2027-04-20"), LateGrantedAt))
            .When(Commands.Intend(Serial2, pulled, LatePulledAt))
            .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, pulled, LatePulledAt))
            .When(Commands.RecordGeneration(Serial2, LatePulledAt))
            .Then(new GenerationIssued(2, 2, Serial2, pulled, Signed, LatePulledAt))
            .When(Commands.Complete(at: LatePulledAt)).Then(new RenewalCompleted(2, 2, LatePulledAt));
    }

    [Fact, Trait("rule", "C4")]
    public void C4_After_expiry_the_date_of_the_grant_is_its_date_in_Shanghai() => Lives.LateReady
        .When(Commands.Grant(At("2026-04-19T16:00:00Z")))
        .Then(new RenewalGranted(2, Date("2027-04-20"), At("2026-04-19T16:00:00Z")));

    [Fact, Trait("rule", "C5"), Trait("rule", "A2")]
    public void A2_C5_The_grant_ends_the_application_and_waits_to_be_written() => Lives.RenewalReady
        .When(Commands.Grant())
        .ThenState(state =>
        {
            var issued = Assert.IsType<IssuedCertificate>(state);
            Assert.Null(issued.Open);
            Assert.Equal(new UpdateGrant(2, RenewedNotAfter, Example.RenewalGrantedAt), issued.Grant);
            Assert.Equal(NotAfter, issued.NotAfter);
        });

    [Fact, Trait("rule", "P2")]
    public void P2_Where_nothing_is_charged_a_proven_and_approved_renewal_is_granted_at_once() => Lives.UnpricedRenewalReady
        .When(Commands.Grant())
        .Then(new RenewalGranted(2, RenewedNotAfter, Example.RenewalGrantedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_Each_step_waits_for_the_one_before_it()
    {
        Lives.RenewalUnderReview.When(Commands.Grant())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.UnderReview"));
        Lives.RenewalReturned.When(Commands.Grant())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.Returned"));
        Lives.RenewalPartlyPaid.When(Commands.Grant())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.AwaitingTransfer"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Without_an_open_renewal_there_is_nothing_to_grant()
    {
        Lives.ReadyToIssue.When(Commands.Grant()).ThenRefused("A3", "NoOpenRenewal");
        Lives.Rejected.When(Commands.Grant()).ThenRefused("A3", "NoOpenRenewal");
        Lives.Posted.When(Commands.Grant()).ThenRefused("A3", "NoOpenRenewal");
        Lives.Granted.When(Commands.Grant()).ThenRefused("A3", "NoOpenRenewal");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_granted_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.Grant())
        .ThenRefused("A3", "CertificateUnknown");
}
