using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class WithdrawApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_Until_money_has_come_in_the_applicant_may_withdraw()
    {
        var withdrawn = new ApplicationWithdrawn(1, [], ReviewedAt);

        Lives.UnderReview.When(Commands.Withdraw()).Then(withdrawn);
        Lives.Returned.When(Commands.Withdraw()).Then(withdrawn);
        Lives.AwaitingPayment.When(Commands.Withdraw()).Then(withdrawn)
            .When(Commands.Count(300)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_withdrawn_renewal_leaves_the_certificate_as_it_was() => Lives.RenewalAwaitingPayment
        .When(Commands.Withdraw(2))
        .Then(new ApplicationWithdrawn(2, [], ReviewedAt))
        .When(Commands.Expire(SweptAt))
        .ThenState(state => Assert.Null(state.Open));

    [Fact, Trait("rule", "A3")]
    public void A3_After_payment_it_needs_a_refund()
    {
        Lives.PartlyPaid.When(Commands.Withdraw()).ThenRefused("A3", "WithdrawalNeedsRefund", ("received", "100.00"));
        Lives.ReadyToIssue.When(Commands.Withdraw()).ThenRefused("A3", "WithdrawalNeedsRefund", ("received", "300.00"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Withdrawn_with_a_refund_it_names_every_payment_that_goes_back() => Lives.PartlyPaid
        .After(Commands.Count(250, reference: Transfer2))
        .When(Commands.Withdraw(withRefund: true))
        .Then(new ApplicationWithdrawn(1, [new CountedPayment(Transfer1, Yuan(100)), new CountedPayment(Transfer2, Yuan(250))], ReviewedAt));

    [Fact, Trait("rule", "A3"), Trait("rule", "D1")]
    public void A3_D1_What_was_to_be_posted_for_it_is_not_posted()
    {
        Assert.NotNull(((KnownCertificate)Lives.ReadyToIssue.State).Parcel);
        Lives.ReadyToIssue.When(Commands.Withdraw(withRefund: true)).ThenState(state => Assert.Null(((KnownCertificate)state).Parcel));
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "D1")]
    public void A3_D1_The_parcel_of_an_earlier_application_still_goes() => Lives.Issued
        .After(Commands.Renew(), Commands.Withdraw(2))
        .When(Commands.Post())
        .ThenState(_ => { });

    [Fact, Trait("rule", "A3"), Trait("rule", "C1")]
    public void A3_C1_While_its_signature_is_committed_to_nothing_is_withdrawn()
    {
        Lives.Intended.When(Commands.Withdraw(withRefund: true)).ThenRefused("A3", "ApplicationIsBeingFulfilled", ("application", "1"));
        Lives.Abandoned.When(Commands.Withdraw(withRefund: true)).ThenState(state => Assert.Null(state.Open));
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "C5")]
    public void A3_C5_A_granted_renewal_is_no_longer_open() => Lives.Granted
        .When(Commands.Withdraw(2))
        .ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));

    [Fact, Trait("rule", "A1")]
    public void A1_Another_phone_is_told_to_switch_and_learns_nothing_else()
    {
        Lives.UnderReview.When(Commands.Withdraw(phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        Lives.ReadyToIssue.When(Commands.Withdraw(phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        Lives.Intended.When(Commands.Withdraw(phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_is_not_withdrawn()
    {
        Lives.UnderReview.When(Commands.Withdraw(2, OtherPhone)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Withdrawn.When(Commands.Withdraw()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(Commands.Withdraw()).ThenRefused("A3", "CertificateUnknown");
    }
}
