using ScCa.Domain.Payments;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Payments;

public sealed class ConfirmTransferTests
{
    [Fact, Trait("rule", "P2"), Trait("rule", "P3")]
    public void P2_P3_The_holding_application_confirms_what_it_counted_with_the_refundable_excess() => Lives.Claimed
        .When(Commands.Confirm() with { Excess = Yuan(50) })
        .Then(new TransferConfirmed(Transfer1, TheCertificate, 1, Yuan(50), PaidAt));

    [Fact, Trait("rule", "P3")]
    public void P3_Another_application_cannot_confirm_it()
    {
        Lives.Claimed.When(Commands.Confirm("c-2")).ThenRefused("P3", "TransferHeldElsewhere", ("reference", "t-1"));
        Lives.Claimed.When(Commands.Confirm(application: 2)).ThenRefused("P3", "TransferHeldElsewhere", ("reference", "t-1"));
    }

    [Fact, Trait("rule", "P3")]
    public void P3_It_is_confirmed_once() => Lives.Confirmed
        .When(Commands.Confirm())
        .ThenRefused("P3", "TransferAlreadyConfirmed", ("reference", "t-1"));

    [Fact, Trait("rule", "P3")]
    public void P3_What_is_not_held_cannot_be_confirmed()
    {
        Lives.Unmatched.When(Commands.Confirm()).ThenRefused("P3", "TransferNotClaimed", ("reference", "t-1"));
        Lives.Released.When(Commands.Confirm()).ThenRefused("P3", "TransferNotClaimed", ("reference", "t-1"));
        Lives.NoTransfer.When(Commands.Confirm()).ThenRefused("P3", "TransferUnknown", ("reference", "t-1"));
    }
}
