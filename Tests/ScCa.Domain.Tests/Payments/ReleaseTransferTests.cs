using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Payments;

public sealed class ReleaseTransferTests
{
    [Fact, Trait("rule", "P1")]
    public void P1_A_transfer_that_was_refused_stays_unmatched_with_the_reason() => Lives.Claimed
        .When(Commands.Release())
        .Then(new TransferReleased(Transfer1, "P1", "PayerIsNotTheHolder", PaidAt))
        .When(Commands.Claim("c-2"))
        .Then(new TransferClaimed(Transfer1, new("c-2"), 1, PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Yuan(300), PaidAt));

    [Fact, Trait("rule", "P1")]
    public void P1_The_reason_and_the_money_are_on_the_unmatched_transfer() =>
        Assert.Equal(new UnmatchedTransfer(PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Yuan(300), "PayerIsNotTheHolder"), Lives.Released.State);

    [Fact, Trait("rule", "P3")]
    public void P3_A_confirmed_transfer_is_not_released() => Lives.Confirmed
        .When(Commands.Release())
        .ThenRefused("P3", "TransferAlreadyConfirmed", ("reference", "t-1"));

    [Fact, Trait("rule", "P3")]
    public void P3_What_is_not_held_cannot_be_released()
    {
        Lives.Unmatched.When(Commands.Release()).ThenRefused("P3", "TransferNotClaimed", ("reference", "t-1"));
        Lives.NoTransfer.When(Commands.Release()).ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
    }
}
