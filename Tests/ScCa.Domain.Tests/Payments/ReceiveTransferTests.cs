using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Payments;

public sealed class ReceiveTransferTests
{
    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_is_kept_as_the_bank_reports_it() => Lives.NoTransfer
        .When(Commands.Receive())
        .Then(new TransferReceived(Transfer1, PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Yuan(300), PaidAt));

    [Fact, Trait("rule", "P3")]
    public void P3_Reported_again_it_counts_once_wherever_it_stands()
    {
        Lives.Unmatched.When(Commands.Receive()).ThenRefused("P3", "TransferAlreadyReceived", ("reference", "t-1"));
        Lives.Claimed.When(Commands.Receive()).ThenRefused("P3", "TransferAlreadyReceived", ("reference", "t-1"));
        Lives.Confirmed.When(Commands.Receive()).ThenRefused("P3", "TransferAlreadyReceived", ("reference", "t-1"));
    }

    [Fact, Trait("rule", "P3")]
    public void P3_A_history_that_tells_it_twice_says_what_cannot_follow_where()
    {
        var impossible = Assert.Throws<ImpossibleEventException>(() => Lives.Unmatched.History[0].Evolve(Lives.Unmatched.State));

        Assert.Equal("TransferReceived cannot follow in the state UnmatchedTransfer.", impossible.Message);
    }

    [Fact, Trait("rule", "P2")]
    public void P2_Less_than_a_fen_is_no_transfer()
    {
        Lives.NoTransfer.When(Commands.Receive(Money.Zero)).ThenRefused("P2", "AmountNotPositive", ("amount", "0.00"));
        Lives.NoTransfer.When(Commands.Receive(Money.FromFen(-1))).ThenRefused("P2", "AmountNotPositive", ("amount", "-0.01"));
        Lives.NoTransfer.When(Commands.Receive(Money.FromFen(1))).Then(new TransferReceived(Transfer1, PaymentMeans.CorporateTransfer, PayerNamed(UnitAccount), Money.FromFen(1), PaidAt));
    }

    [Fact, Trait("rule", "P3")]
    public void P3_That_it_is_known_is_said_before_its_amount() => Lives.Unmatched
        .When(Commands.Receive(Money.Zero))
        .ThenRefused("P3", "TransferAlreadyReceived");
}
