using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class WithdrawApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_Until_money_has_come_in_the_applicant_may_withdraw()
    {
        var withdrawn = new ApplicationWithdrawn(1, ReviewedAt);

        Lives.UnderReview.When(Commands.Withdraw()).Then(withdrawn);
        Lives.Returned.When(Commands.Withdraw()).Then(withdrawn);
        Lives.AwaitingTransfer.When(Commands.Withdraw()).Then(withdrawn)
            .When(Commands.Count(300)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_withdrawn_renewal_leaves_the_certificate_as_it_was() => Lives.RenewalAwaitingTransfer
        .When(Commands.Withdraw(2))
        .Then(new ApplicationWithdrawn(2, ReviewedAt))
        .When(Commands.Expire(SweptAt))
        .ThenState(state => Assert.Null(state.Open));

    [Fact, Trait("rule", "A3")]
    public void A3_After_payment_it_needs_a_refund()
    {
        Lives.PartlyPaid.When(Commands.Withdraw()).ThenRefused("A3", "WithdrawalNeedsRefund", ("received", "100.00"));
        Lives.ReadyToIssue.When(Commands.Withdraw()).ThenRefused("A3", "WithdrawalNeedsRefund", ("received", "300.00"));
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
    }

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_is_not_withdrawn()
    {
        Lives.UnderReview.When(Commands.Withdraw(2, OtherPhone)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Withdrawn.When(Commands.Withdraw()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(Commands.Withdraw()).ThenRefused("A3", "CertificateUnknown");
    }
}
