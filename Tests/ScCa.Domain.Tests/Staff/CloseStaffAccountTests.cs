using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class CloseStaffAccountTests
{
    [Fact, Trait("rule", "F1")]
    public void F1_A_closed_account_has_no_roles_and_no_requests_and_stays_closed() => Lives.OperatorRequested
        .When(Commands.CloseAccount(Reviewer)).Then(new StaffAccountClosed(Reviewer, Admin1, StaffedAt))
        .When(Commands.CloseAccount(Reviewer)).ThenRefused("F1", "StaffAccountIsClosed", ("account", "reviewer-1"))
        .When(Commands.WithdrawRole(Reviewer)).ThenRefused("F2", "StaffRoleNotHeld")
        .When(Commands.ConfirmRole(Reviewer)).ThenRefused("F4", "StaffRoleNotRequested");

    [Fact, Trait("rule", "F5")]
    public void F5_Of_two_administrators_neither_closes_the_other_of_three_one_may_go()
    {
        Lives.TwoAdministrators.When(Commands.CloseAccount(Admin2)).ThenRefused("F5", "AdministratorsWouldBeTooFew", ("administratorsMin", "2"));
        Lives.ThreeAdministrators.When(Commands.CloseAccount(Admin2)).Then(new StaffAccountClosed(Admin2, Admin1, StaffedAt));
    }

    [Fact, Trait("rule", "F3")]
    public void F3_Nobody_closes_his_own_account()
    {
        Lives.FirstAdministrator.When(Commands.CloseAccount(Admin1)).ThenRefused("F3", "OwnAccountStaysUnchanged");
        Lives.ThreeAdministrators.When(Commands.CloseAccount(Admin1)).ThenRefused("F3", "OwnAccountStaysUnchanged");
    }

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_closes_accounts() => Lives.TwoAdministrators
        .When(Commands.CloseAccount(Admin1, Reviewer)).ThenRefused("F2", "NotPermitted");

    [Fact, Trait("rule", "F1")]
    public void F1_An_account_that_is_not_there_is_not_closed() => Lives.TwoAdministrators
        .When(Commands.CloseAccount(Clerk)).ThenRefused("F1", "StaffAccountUnknown", ("account", "clerk-1"));
}
