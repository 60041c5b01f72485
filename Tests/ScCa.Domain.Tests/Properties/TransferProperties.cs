using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every transfer, and next to it something wrong that is found.</summary>
public sealed class TransferProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_is_never_held_by_two()
    {
        var coverage = Walk().Check(IsHeldByOneAtATime);
        output.WriteLine(coverage.ToString());

        coverage.Requires([.. OutcomeTables.Transfers.Events, .. OutcomeTables.Transfers.Refusals]);
    }

    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_that_two_hold_is_found() => Finds(IsHeldByOneAtATime, Walk(
        (state, command) => (state, command) is (ClaimedTransfer t, ClaimTransfer claim)
            ? new TransferClaimed(claim.Reference, claim.Certificate, claim.Application, t.Means, t.Payer, t.Amount, claim.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => (state, happened) is (ClaimedTransfer t, TransferClaimed claimed)
            ? t with { Certificate = claimed.Certificate, Application = claimed.Application }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "P3")]
    public void P3_A_confirmation_by_another_is_found() => Finds(IsHeldByOneAtATime, Walk((state, command) =>
        (state, command) is (ClaimedTransfer, ConfirmTransfer confirm)
            ? new TransferConfirmed(confirm.Reference, confirm.Certificate, confirm.Application, confirm.Excess, confirm.At)
            : command.Decide(state, TestPolicies.OneVersion)));

    [Fact, Trait("rule", "P2")]
    public void P2_What_was_received_is_kept_held_or_refunded() => Walk().Check(MoneyIsKeptHeldOrRefunded);

    [Fact, Trait("rule", "P2")]
    public void P2_An_excess_that_goes_back_twice_is_found() => Finds(MoneyIsKeptHeldOrRefunded, Walk(evolve: (state, happened) =>
        happened is TransferRefunded && happened.Evolve(state) is ConfirmedTransfer refunded ? refunded with { Refunded = Money.Zero } : happened.Evolve(state)));

    [Fact, Trait("rule", "P2")]
    public void P2_A_refund_of_more_than_there_is_is_found() => Finds(MoneyIsKeptHeldOrRefunded, Walk(
        (state, command) => (state, command) is (ReceivedTransfer { Refund: null } t, RequestRefund request)
            ? new RefundRequested(request.Reference, t.Amount, request.Cause, request.By, request.At)
            : command.Decide(state, TestPolicies.OneVersion)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => Walk().Check(walk =>
    {
        foreach (var happened in Lives.Released.History.Concat(Lives.Confirmed.History).Concat(StepLives.Refunded.History).Concat(StepLives.RefundFailed.History))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.Equal(Follows(walk.State, happened), follows is null);
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
        }
    });

    private static bool Follows(Transfer state, Event<Transfer> happened) => (state, happened) switch
    {
        (NoTransfer, TransferReceived) or (UnmatchedTransfer, TransferClaimed) or (ClaimedTransfer, TransferReleased or TransferConfirmed) => true,
        (ReceivedTransfer t, RefundRequested) => t.Refund is null,
        (ReceivedTransfer t, RefundFailed) => t.Refund is not null,
        (ReceivedTransfer t, TransferRefunded refunded) => t.Refund?.Amount == refunded.Amount,
        _ => false,
    };

    private static void IsHeldByOneAtATime(Walk<Transfer> walk)
    {
        (string Certificate, int Application)? holder = null;
        var spent = false;
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case TransferClaimed claimed:
                    Assert.Null(holder);
                    holder = (claimed.Certificate.Value, claimed.Application);
                    break;
                case TransferReleased:
                    Assert.NotNull(holder);
                    holder = null;
                    break;
                case TransferConfirmed confirmed:
                    Assert.Equal((confirmed.Certificate.Value, confirmed.Application), holder);
                    spent = true;
                    break;
            }

            Assert.False(spent && happened is TransferClaimed or TransferReleased, "A confirmed transfer was held again.");
        }

        Assert.True(walk.Of<TransferReceived>().Count() <= 1, "The same transfer was received twice.");
        Assert.True(walk.Of<TransferConfirmed>().Count() <= 1, "The same transfer was confirmed twice.");
    }

    private static void MoneyIsKeptHeldOrRefunded(Walk<Transfer> walk)
    {
        if (walk.State is not ReceivedTransfer transfer)
            return;
        var received = walk.Of<TransferReceived>().Single().Event.Amount.Fen;
        var refunded = walk.Of<TransferRefunded>().Sum(r => r.Event.Amount.Fen);
        var (kept, held) = transfer is ConfirmedTransfer ? (transfer.Left.Fen, 0L) : (0L, transfer.Left.Fen);
        Assert.Equal(received, kept + held + refunded);
        Assert.True(kept >= 0 && held >= 0, "More went back than had come in.");
        Assert.True(transfer.Refund is not { } under || (under.Amount > Money.Zero && under.Amount <= transfer.Left), "A refund is under way of what is not there.");
        // What is charged is never sent back as an excess: only the end of the application frees it.
        if (transfer is ConfirmedTransfer confirmed && !walk.Of<RefundRequested>().Any(r => r.Event.Cause == RefundCause.ApplicationEnded))
            Assert.True(kept >= received - confirmed.Excess.Fen, "More than the excess went back.");
    }

    internal static Walker<Transfer> Walk(
        Func<Transfer, Command<Transfer>, Decision<Transfer>>? decide = null, Func<Transfer, Event<Transfer>, Transfer>? evolve = null)
    {
        var right = new Walker<Transfer>(Example.PaidAt, Next);
        return new Walker<Transfer>(Example.PaidAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<Transfer> Next(Walk<Transfer> walk, Choices choices) =>
        choices.Bool() ? Any(choices) : walk.State switch
        {
            NoTransfer => Commands.Receive(),
            ReceivedTransfer { Refund: not null } => choices.Weighted<Command<Transfer>>((3, StepCommands.RecordRefund()), (1, StepCommands.FailRefund()), (1, StepCommands.FailRefund(" "))),
            UnmatchedTransfer => choices.Weighted<Command<Transfer>>((4, Commands.Claim()), (1, StepCommands.RequestRefund(RefundCause.Unmatched))),
            ClaimedTransfer => choices.Weighted<Command<Transfer>>(
                (4, Commands.Confirm() with { Excess = Example.Yuan(50) }), (1, Commands.Release()), (1, StepCommands.RequestRefund(RefundCause.ApplicationEnded))),
            _ => StepCommands.RequestRefund(choices.Weighted((3, RefundCause.Excess), (1, RefundCause.ApplicationEnded))),
        };

    private static Command<Transfer> Any(Choices choices) => choices.Pick<Command<Transfer>>(
    [
        Commands.Receive(),
        Commands.Receive(Money.Zero),
        Commands.Claim(),
        Commands.Claim("c-2"),
        Commands.Release(),
        Commands.Confirm(),
        Commands.Confirm("c-2"),
        Commands.Confirm(application: 2),
        StepCommands.RequestRefund(RefundCause.Unmatched),
        StepCommands.RequestRefund(RefundCause.Excess),
        StepCommands.RequestRefund(RefundCause.ApplicationEnded),
        StepCommands.RecordRefund(),
        StepCommands.RecordRefund(" "),
        StepCommands.FailRefund(),
        StepCommands.FailRefund(" "),
        Commands.Release() with { Reason = "" },
    ]);

    private void Finds(Action<Walk<Transfer>> invariant, Walker<Transfer> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(20 * Walker<Transfer>.Runs, invariant));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
