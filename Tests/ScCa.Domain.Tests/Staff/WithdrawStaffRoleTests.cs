using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class WithdrawStaffRoleTests
{
    [Fact, Trait("rule", "F2")]
    public void F2_A_role_withdrawn_is_gone() => Lives.TwoAdministrators
        .When(Commands.WithdrawRole(Reviewer)).Then(new StaffRoleWithdrawn(Reviewer, StaffRole.Reviewer, Admin1, StaffedAt))
        .When(Commands.WithdrawRole(Reviewer)).ThenRefused("F2", "StaffRoleNotHeld", ("account", "reviewer-1"), ("role", "@StaffRole.Reviewer"));

    [Fact, Trait("rule", "F4")]
    public void F4_A_request_is_turned_down_the_same_way() => Lives.OperatorRequested
        .When(Commands.WithdrawRole(Reviewer, StaffRole.CaOperator, Admin2)).Then(new StaffRoleWithdrawn(Reviewer, StaffRole.CaOperator, Admin2, StaffedAt))
        .When(Commands.ConfirmRole(Reviewer)).ThenRefused("F4", "StaffRoleNotRequested");

    [Fact, Trait("rule", "F4")]
    public void F4_Turning_down_a_request_to_be_administrator_takes_no_administrator_away() => Lives.TwoAdministrators
        .When(Commands.GrantRole(Reviewer, StaffRole.Administrator)).ThenState(_ => { })
        .When(Commands.WithdrawRole(Reviewer, StaffRole.Administrator, Admin2)).ThenState(directory => Assert.Equal(2, directory.Administrators));

    [Fact, Trait("rule", "F5")]
    public void F5_Of_two_administrators_neither_strips_the_other_of_three_one_may_go()
    {
        Lives.TwoAdministrators.When(Commands.WithdrawRole(Admin2, StaffRole.Administrator))
            .ThenRefused("F5", "AdministratorsWouldBeTooFew", ("administratorsMin", "2"));
        Lives.ThreeAdministrators.When(Commands.WithdrawRole(Admin2, StaffRole.Administrator))
            .Then(new StaffRoleWithdrawn(Admin2, StaffRole.Administrator, Admin1, StaffedAt))
            .When(Commands.WithdrawRole(Admin3, StaffRole.Administrator)).ThenRefused("F5", "AdministratorsWouldBeTooFew");
    }

    [Fact, Trait("rule", "F3")]
    public void F3_Nobody_withdraws_a_role_of_his_own() => Lives.ThreeAdministrators
        .When(Commands.WithdrawRole(Admin1, StaffRole.Administrator)).ThenRefused("F3", "OwnAccountStaysUnchanged");

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_withdraws_roles() => Lives.TwoAdministrators
        .When(Commands.WithdrawRole(Admin1, StaffRole.Administrator, Reviewer)).ThenRefused("F2", "NotPermitted");

    [Fact, Trait("rule", "F1")]
    public void F1_An_account_that_is_not_there_has_no_role_to_withdraw() => Lives.TwoAdministrators
        .When(Commands.WithdrawRole(Clerk)).ThenRefused("F1", "StaffAccountUnknown", ("account", "clerk-1"));
}
