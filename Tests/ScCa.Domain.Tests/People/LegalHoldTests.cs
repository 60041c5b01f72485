using ScCa.Domain.People;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.People;

public sealed class LegalHoldTests
{
    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_says_who_placed_it_and_why() => Lives.Kept
        .When(Commands.Hold()).Then(new LegalHoldPlaced(TheSubject, Admin1, "court order 12", ErasableAt));

    [Fact, Trait("rule", "A10")]
    public void A10_One_hold_is_placed_and_lifted_at_a_time()
    {
        Lives.Held.When(Commands.Hold()).ThenRefused("A10", "LegalHoldAlreadyPlaced");
        Lives.Kept.When(Commands.LiftHold()).ThenRefused("A10", "LegalHoldNotPlaced");
        Lives.HoldLifted.When(Commands.LiftHold()).ThenRefused("A10", "LegalHoldNotPlaced");
        Lives.HoldLifted.When(Commands.Hold()).ThenState(state => Assert.Equal(new KeptSubject("court order 12", IsStopped: false), state));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Neither_is_done_without_a_reason()
    {
        Lives.Kept.When(Commands.Hold(" ")).ThenRefused("A3", "ReasonMissing");
        Lives.Held.When(Commands.LiftHold("")).ThenRefused("A3", "ReasonMissing");
    }

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_does_not_start_processing_again() => Lives.StoppedAndHeld
        .When(Commands.LiftHold()).ThenState(state => Assert.Equal(new KeptSubject(null, IsStopped: true), state));
}
