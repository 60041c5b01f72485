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

        coverage.Requires(
            nameof(TransferReceived), nameof(TransferClaimed), nameof(TransferReleased), nameof(TransferConfirmed), "P3 TransferHeldElsewhere",
            "P3 TransferAlreadyConfirmed", "P3 TransferAlreadyReceived", "P3 TransferNotClaimed", "P3 TransferUnknown", "P2 AmountNotPositive");
    }

    [Fact, Trait("rule", "P3")]
    public void P3_A_transfer_that_two_hold_is_found() => Finds(Walk(
        (state, command) => (state, command) is (ClaimedTransfer t, ClaimTransfer claim)
            ? new TransferClaimed(claim.Reference, claim.Certificate, claim.Application, t.Means, t.Payer, t.Amount, claim.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => (state, happened) is (ClaimedTransfer t, TransferClaimed claimed)
            ? t with { Certificate = claimed.Certificate, Application = claimed.Application }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "P3")]
    public void P3_A_confirmation_by_another_is_found() => Finds(Walk((state, command) =>
        (state, command) is (ClaimedTransfer, ConfirmTransfer confirm)
            ? new TransferConfirmed(confirm.Reference, confirm.Certificate, confirm.Application, confirm.Excess, confirm.At)
            : command.Decide(state, TestPolicies.OneVersion)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => Walk().Check(walk =>
    {
        foreach (var happened in Lives.Released.History.Concat(Lives.Confirmed.History))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.Equal(Follows(walk.State, happened), follows is null);
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
        }
    });

    private static bool Follows(Transfer state, Event<Transfer> happened) => (state, happened) is
        (NoTransfer, TransferReceived) or (UnmatchedTransfer, TransferClaimed) or (ClaimedTransfer, TransferReleased or TransferConfirmed);

    private static void IsHeldByOneAtATime(Walk<Transfer> walk)
    {
        (string Certificate, int Application)? holder = null;
        var spent = false;
        foreach (var happened in walk.History)
        {
            Assert.False(spent, "Something happened to a confirmed transfer.");
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
        }

        Assert.True(walk.Of<TransferReceived>().Count() <= 1, "The same transfer was received twice.");
    }

    private static Walker<Transfer> Walk(
        Func<Transfer, Command<Transfer>, Decision<Transfer>>? decide = null, Func<Transfer, Event<Transfer>, Transfer>? evolve = null)
    {
        var right = new Walker<Transfer>(Example.PaidAt, Next);
        return new Walker<Transfer>(Example.PaidAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<Transfer> Next(Walk<Transfer> walk, Choices choices) => choices.Pick<Command<Transfer>>(
    [
        Commands.Receive(),
        Commands.Receive(Money.Zero),
        Commands.Claim(),
        Commands.Claim("c-2"),
        Commands.Release(),
        Commands.Confirm(),
        Commands.Confirm("c-2"),
        Commands.Confirm(application: 2),
    ]);

    private void Finds(Walker<Transfer> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(IsHeldByOneAtATime));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
