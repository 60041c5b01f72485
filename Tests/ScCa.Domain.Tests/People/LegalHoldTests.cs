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
        Lives.Kept.When(Commands.OrderHoldLift()).ThenRefused("A10", "LegalHoldNotPlaced");
        Lives.HoldLifted.When(Commands.OrderHoldLift()).ThenRefused("A10", "LegalHoldNotPlaced");
        Lives.HoldLifted.When(Commands.Hold()).ThenState(state => Assert.Equal(new KeptSubject("court order 12", IsStopped: false), state));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_Two_people_lift_a_hold_and_the_second_is_not_the_first()
    {
        Lives.Kept.When(Commands.LiftHold()).ThenRefused("A10", "HoldLiftNotOrdered");
        Lives.Held.When(Commands.LiftHold()).ThenRefused("A10", "HoldLiftNotOrdered");
        Lives.ErasureOrdered.When(Commands.LiftHold()).ThenRefused("A10", "HoldLiftNotOrdered");
        Lives.Held
            .When(Commands.OrderHoldLift()).Then(new HoldLiftOrdered(TheSubject, Admin1, "case closed", ErasableAt))
            .When(Commands.OrderHoldLift()).ThenRefused("A10", "HoldLiftAlreadyOrdered", ("by", "admin-1"))
            .When(Commands.LiftHold(Admin1)).ThenRefused("A10", "AnotherMustConfirm")
            .When(Commands.LiftHold(Admin2)).Then(new LegalHoldLifted(TheSubject, Admin2, "case closed", ErasableAt));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_that_is_not_to_be_lifted_after_all_stays() => Lives.HoldLiftOrdered
        .When(Commands.DropOrder()).ThenState(state => Assert.Equal(new KeptSubject("court order 12", IsStopped: false), state))
        .When(Commands.LiftHold()).ThenRefused("A10", "HoldLiftNotOrdered");

    [Fact, Trait("rule", "A10")]
    public void A10_Neither_is_done_without_a_reason()
    {
        Lives.Kept.When(Commands.Hold(" ")).ThenRefused("A3", "ReasonMissing");
        Lives.Held.When(Commands.OrderHoldLift("")).ThenRefused("A3", "ReasonMissing");
    }

    [Fact, Trait("rule", "A10")]
    public void A10_A_hold_does_not_start_processing_again() => Lives.StoppedAndHeld
        .When(Commands.OrderHoldLift()).ThenState(state => Assert.IsType<HoldLiftOrder>(((KeptSubject)state).Order))
        .When(Commands.LiftHold()).ThenState(state => Assert.Equal(new KeptSubject(null, IsStopped: true), state));
}
