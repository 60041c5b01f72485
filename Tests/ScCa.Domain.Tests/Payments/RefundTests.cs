using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Payments;

/// <summary>Asking for a refund, paying it out, and failing to.</summary>
public sealed class RefundTests
{
    [Fact, Trait("rule", "P1"), Trait("rule", "P2")]
    public void P1_P2_What_fits_no_holder_goes_back_whole_and_can_be_matched_no_more() => Lives.Released
        .When(StepCommands.RequestRefund(RefundCause.Unmatched))
        .Then(new RefundRequested(Transfer1, Yuan(300), RefundCause.Unmatched, Clerk, PostedAt))
        .When(Commands.Claim()).ThenRefused("P2", "TransferGoesBack", ("reference", "t-1"))
        .When(StepCommands.RecordRefund())
        .Then(new TransferRefunded(Transfer1, Yuan(300), "out-1", PostedAt))
        .When(Commands.Claim()).ThenRefused("P2", "TransferGoesBack", ("reference", "t-1"));

    [Fact, Trait("rule", "P2")]
    public void P2_Of_what_was_counted_the_excess_goes_back_and_the_charge_stays() => StepLives.ExcessConfirmed
        .When(StepCommands.RequestRefund(RefundCause.Excess))
        .Then(new RefundRequested(Transfer1, Yuan(50), RefundCause.Excess, Clerk, PostedAt))
        .When(StepCommands.RecordRefund())
        .Then(new TransferRefunded(Transfer1, Yuan(50), "out-1", PostedAt))
        .When(StepCommands.RequestRefund(RefundCause.Excess)).ThenRefused("P2", "NothingToRefund", ("reference", "t-1"));

    [Fact, Trait("rule", "A3"), Trait("rule", "P2")]
    public void A3_P2_Once_its_application_has_ended_all_that_is_left_goes_back()
    {
        Lives.Confirmed.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded) with { By = null })
            .Then(new RefundRequested(Transfer1, Yuan(300), RefundCause.ApplicationEnded, null, PostedAt));
        Lives.Claimed.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded))
            .Then(new RefundRequested(Transfer1, Yuan(300), RefundCause.ApplicationEnded, Clerk, PostedAt));
        StepLives.ExcessRefunded.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded))
            .Then(new RefundRequested(Transfer1, Yuan(250), RefundCause.ApplicationEnded, Clerk, PostedAt));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_Each_cause_gives_back_what_is_its_own()
    {
        Lives.Unmatched.When(StepCommands.RequestRefund(RefundCause.Excess)).ThenRefused("P2", "NothingToRefund", ("reference", "t-1"));
        Lives.Unmatched.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded)).ThenRefused("P2", "NothingToRefund");
        Lives.Claimed.When(StepCommands.RequestRefund(RefundCause.Unmatched)).ThenRefused("P2", "NothingToRefund");
        Lives.Claimed.When(StepCommands.RequestRefund(RefundCause.Excess)).ThenRefused("P2", "NothingToRefund");
        Lives.Confirmed.When(StepCommands.RequestRefund(RefundCause.Unmatched)).ThenRefused("P2", "NothingToRefund");
        Lives.Confirmed.When(StepCommands.RequestRefund(RefundCause.Excess)).ThenRefused("P2", "NothingToRefund");
        StepLives.Refunded.When(StepCommands.RequestRefund(RefundCause.Unmatched)).ThenRefused("P2", "NothingToRefund");
        StepLives.KeptRefunded.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded)).ThenRefused("P2", "NothingToRefund");
    }

    [Fact, Trait("rule", "P2")]
    public void P2_One_refund_at_a_time_is_under_way()
    {
        StepLives.RefundRequested.When(StepCommands.RequestRefund(RefundCause.Unmatched)).ThenRefused("P2", "RefundAlreadyRequested", ("reference", "t-1"));
        StepLives.ExcessRequested.When(StepCommands.RequestRefund(RefundCause.ApplicationEnded)).ThenRefused("P2", "RefundAlreadyRequested");
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_refund_that_failed_leaves_the_money_here_to_be_matched_or_asked_for_anew()
    {
        StepLives.RefundRequested.When(StepCommands.FailRefund()).Then(new RefundFailed(Transfer1, "account closed", PostedAt));
        StepLives.RefundFailed.When(Commands.Claim("c-2")).ThenState(_ => { });
        StepLives.RefundFailed.When(StepCommands.RequestRefund(RefundCause.Unmatched))
            .Then(new RefundRequested(Transfer1, Yuan(300), RefundCause.Unmatched, Clerk, PostedAt));
    }

    [Theory, Trait("rule", "P2")]
    [InlineData("")]
    [InlineData(" \u3000")]
    public void P2_That_money_went_back_takes_the_reference_of_the_payment(string evidence) => StepLives.RefundRequested
        .When(StepCommands.RecordRefund(evidence))
        .ThenRefused("P2", "RefundEvidenceMissing");

    [Theory, Trait("rule", "A3")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u3000\t")]
    public void A3_A_refund_fails_for_a_reason(string reason) => StepLives.RefundRequested.When(StepCommands.FailRefund(reason)).ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "P2")]
    public void P2_What_was_not_asked_for_neither_goes_back_nor_fails_to()
    {
        Lives.Unmatched.When(StepCommands.RecordRefund("")).ThenRefused("P2", "RefundNotRequested", ("reference", "t-1"));
        Lives.Confirmed.When(StepCommands.FailRefund()).ThenRefused("P2", "RefundNotRequested", ("reference", "t-1"));
        StepLives.Refunded.When(StepCommands.RecordRefund()).ThenRefused("P2", "RefundNotRequested");
        StepLives.RefundFailed.When(StepCommands.FailRefund()).ThenRefused("P2", "RefundNotRequested");
    }

    [Fact, Trait("rule", "P3")]
    public void P3_Nothing_goes_back_of_what_nobody_reported()
    {
        Lives.NoTransfer.When(StepCommands.RequestRefund(RefundCause.Unmatched)).ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
        Lives.NoTransfer.When(StepCommands.RecordRefund()).ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
        Lives.NoTransfer.When(StepCommands.FailRefund()).ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_refund_under_way_goes_with_the_transfer_when_it_is_confirmed_or_released()
    {
        var request = new RefundRequest(Yuan(300), RefundCause.ApplicationEnded);

        StepLives.HeldRefundRequested.When(Commands.Confirm())
            .ThenState(state => Assert.Equal((request, Money.Zero), (((ConfirmedTransfer)state).Refund, ((ConfirmedTransfer)state).Refunded)));
        StepLives.HeldRefundRequested.When(Commands.Release()).ThenState(state => Assert.Equal(request, ((UnmatchedTransfer)state).Refund));
        StepLives.HeldRefundRequested.After(StepCommands.RecordRefund(), Commands.Release())
            .When(Commands.Claim()).ThenRefused("P2", "TransferGoesBack");
        StepLives.HeldRefundRequested.After(StepCommands.RecordRefund(), Commands.Confirm())
            .When(StepCommands.RequestRefund(RefundCause.ApplicationEnded)).ThenRefused("P2", "NothingToRefund");
    }
}
