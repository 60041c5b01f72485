using ScCa.Domain.Units;
using Xunit;
using static ScCa.Domain.Tests.Units.UnitExample;

namespace ScCa.Domain.Tests.Units;

public sealed class UnitHandlerTests
{
    [Fact, Trait("rule", "U1")]
    public void U1_A_unit_is_registered_once_under_its_credit_code() => UnitLives.Unregistered
        .When(UnitCommands.Register()).Then(new UnitRegistered(TheUnit, NameOfUnit, DeclaredAt))
        .When(UnitCommands.Register()).ThenRefused("U1", "UnitAlreadyRegistered", ("unit", TheUnit.Value));

    [Fact, Trait("rule", "U1")]
    public void U1_A_unit_goes_by_its_new_name_and_by_its_former_one_again() => UnitLives.Registered
        .When(UnitCommands.Rename(NameOfUnit)).ThenRefused("U1", "UnitNameIsTheSame")
        .When(UnitCommands.Rename()).Then(new UnitRenamed(TheUnit, NewName, DeclaredAt))
        .When(UnitCommands.Rename()).ThenRefused("U1", "UnitNameIsTheSame")
        .When(UnitCommands.Rename(NameOfUnit)).ThenState(unit => Assert.Equal(NameOfUnit, ((RegisteredUnit)unit).Name));

    [Fact, Trait("rule", "U1")]
    public void U1_Of_a_unit_that_is_not_registered_nothing_can_be_said()
    {
        foreach (var command in UnitOutcomes.Commands.Select(c => c.In(Unit.Initial, DeclaredAt)).Where(c => c is not RegisterUnit))
            UnitLives.Unregistered.When(command).ThenRefused("U1", "UnitUnknown", ("unit", TheUnit.Value));
    }

    [Fact, Trait("rule", "U2")]
    public void U2_A_handler_is_authorised_by_staff_or_by_the_units_own_key()
    {
        UnitLives.Registered.When(UnitCommands.Authorize()).Then(new HandlerAuthorized(TheUnit, First, ByStaff, DeclaredAt));
        UnitLives.Registered.When(UnitCommands.Authorize(evidence: ByKey)).Then(new HandlerAuthorized(TheUnit, First, ByKey, DeclaredAt));
    }

    [Fact, Trait("rule", "U2")]
    public void U2_Nobody_becomes_or_stops_being_a_handler_or_gets_another_phone_on_his_word_alone()
    {
        UnitLives.TwoHandlers.When(UnitCommands.Authorize(Third, Unproven)).ThenRefused("U2", "UnitHandlerNotProven");
        UnitLives.TwoHandlers.When(UnitCommands.Withdraw(evidence: Unproven)).ThenRefused("U2", "UnitHandlerNotProven");
        UnitLives.TwoHandlers.When(UnitCommands.ChangePhone(evidence: Unproven)).ThenRefused("U2", "UnitHandlerNotProven");
    }

    [Fact, Trait("rule", "U2")]
    public void U2_Another_units_key_vouches_for_nothing_not_even_beside_a_member_of_staff()
    {
        UnitLives.TwoHandlers.When(UnitCommands.Authorize(Third, ByForeignKey)).ThenRefused("U2", "KeyOfAnotherUnit");
        UnitLives.TwoHandlers.When(UnitCommands.Withdraw(evidence: ByForeignKey)).ThenRefused("U2", "KeyOfAnotherUnit");
        UnitLives.TwoHandlers.When(UnitCommands.ChangePhone(evidence: ByForeignKey)).ThenRefused("U2", "KeyOfAnotherUnit");
        UnitLives.TwoHandlers.When(UnitCommands.ChangePhone(evidence: ByForeignKey with { Staff = Example.Clerk })).ThenRefused("U2", "KeyOfAnotherUnit");
    }

    [Fact, Trait("rule", "U2")]
    public void U2_A_phone_is_one_handlers()
    {
        UnitLives.OneHandler.When(UnitCommands.Authorize()).ThenRefused("U2", "HandlerAlreadyAuthorized");
        UnitLives.OneHandler.When(UnitCommands.Authorize(Second with { PhoneIndex = First.PhoneIndex })).ThenRefused("U2", "HandlerAlreadyAuthorized");
        UnitLives.OneHandler.When(UnitCommands.Authorize(Second with { Subject = First.Subject })).ThenRefused("U2", "HandlerAlreadyAuthorized");
        UnitLives.TwoHandlers.When(UnitCommands.ChangePhone(next: Second)).ThenRefused("U2", "HandlerAlreadyAuthorized");
        UnitLives.TwoHandlers.When(UnitCommands.ChangePhone(next: First)).ThenRefused("U2", "HandlerAlreadyAuthorized");
    }

    [Fact, Trait("rule", "U2")]
    public void U2_A_changed_phone_counts_at_once_and_the_former_one_no_longer() => UnitLives.OneHandler
        .When(UnitCommands.ChangePhone())
        .Then(new HandlerPhoneChanged(TheUnit, First.Subject, First.PhoneIndex, FirstMoved, ByKey, DeclaredAt))
        .When(UnitCommands.Declare()).ThenRefused("U2", "UnitUnderAnotherPhone")
        .When(UnitCommands.Declare(by: FirstMoved.PhoneIndex)).ThenState(unit => Assert.Equal([FirstMoved], ((RegisteredUnit)unit).Handlers));

    [Fact, Trait("rule", "U2")]
    public void U2_A_number_that_somebody_else_was_given_can_be_authorised_anew() => UnitLives.OneHandler
        .When(UnitCommands.ChangePhone()).ThenState(_ => { })
        .When(UnitCommands.Authorize(First)).ThenState(unit => Assert.Equal([FirstMoved, First], ((RegisteredUnit)unit).Handlers));

    [Fact, Trait("rule", "U2")]
    public void U2_A_handler_who_was_withdrawn_acts_no_more() => UnitLives.TwoHandlers
        .When(UnitCommands.Withdraw()).Then(new HandlerWithdrawn(TheUnit, First.Subject, First.PhoneIndex, ByStaff, DeclaredAt))
        .When(UnitCommands.Declare()).ThenRefused("U2", "UnitUnderAnotherPhone")
        .When(UnitCommands.Withdraw()).ThenRefused("U2", "HandlerNotAuthorized")
        .When(UnitCommands.ChangePhone()).ThenRefused("U2", "HandlerNotAuthorized");

    [Fact, Trait("rule", "U2")]
    public void U2_Whatever_a_unit_says_is_said_under_the_phone_of_a_handler()
    {
        var stranger = Third.PhoneIndex;
        DeclaredCommand[] commands =
        [
            UnitCommands.ApplyFor(by: stranger), UnitCommands.CompleteBase(by: stranger), UnitCommands.Declare(by: stranger),
            UnitCommands.DeclareNone(by: stranger), UnitCommands.Bind(by: stranger), UnitCommands.Unbind(by: stranger),
        ];
        foreach (var command in commands)
        {
            UnitLives.TwoHandlers.When(command).ThenRefused("U2", "UnitUnderAnotherPhone");
            UnitLives.Registered.When(command).ThenRefused("U2", "UnitUnderAnotherPhone");
        }
    }

    [Fact, Trait("rule", "U3")]
    public void U3_The_last_handler_stays_while_something_is_bound_or_declared()
    {
        UnitLives.Bound.When(UnitCommands.Withdraw()).ThenRefused("U3", "LastHandlerStays");
        UnitLives.Pending.When(UnitCommands.Withdraw()).ThenRefused("U3", "LastHandlerStays");
        UnitLives.Approved.When(UnitCommands.Withdraw()).ThenRefused("U3", "LastHandlerStays");
    }

    [Fact, Trait("rule", "U3")]
    public void U3_The_last_handler_may_go_where_nothing_is_left_to_answer_for_or_another_stays()
    {
        UnitLives.OneHandler.When(UnitCommands.Withdraw()).ThenState(unit => Assert.Empty(((RegisteredUnit)unit).Handlers));
        UnitLives.Unbound.When(UnitCommands.Withdraw()).ThenState(_ => { });
        UnitLives.Rejected.When(UnitCommands.Withdraw()).ThenState(_ => { });
        UnitLives.WithoutAccount.When(UnitCommands.Withdraw()).ThenState(_ => { });
        UnitLives.Bound.After(UnitCommands.Authorize(Second)).When(UnitCommands.Withdraw()).ThenState(_ => { });
    }

    [Fact, Trait("rule", "A7")]
    public void A7_In_a_log_nothing_of_a_handler_is_shown()
    {
        Assert.DoesNotContain("sealed-", UnitCommands.Authorize().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sealed-", UnitCommands.ChangePhone().ToString(), StringComparison.Ordinal);
    }
}
