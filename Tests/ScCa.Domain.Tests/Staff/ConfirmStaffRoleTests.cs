using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class ConfirmStaffRoleTests
{
    [Fact, Trait("rule", "F4")]
    public void F4_Confirmed_by_another_administrator_the_role_counts() => Lives.OperatorRequested
        .When(Commands.ConfirmRole(Reviewer)).Then(new StaffRoleConfirmed(Reviewer, StaffRole.CaOperator, Admin2, StaffedAt))
        .When(Commands.ConfirmRole(Reviewer)).ThenRefused("F4", "StaffRoleNotRequested", ("account", "reviewer-1"), ("role", "@StaffRole.CaOperator"));

    [Fact, Trait("rule", "F4")]
    public void F4_Who_asked_does_not_confirm() => Lives.OperatorRequested
        .When(Commands.ConfirmRole(Reviewer, by: Admin1)).ThenRefused("F4", "SecondAdministratorNeeded", ("role", "@StaffRole.CaOperator"));

    [Fact, Trait("rule", "F3")]
    public void F3_Nobody_confirms_a_role_of_his_own() => Lives.TwoAdministrators
        .When(Commands.GrantRole(Admin2, StaffRole.CaOperator)).ThenState(_ => { })
        .When(Commands.ConfirmRole(Admin2)).ThenRefused("F3", "OwnAccountStaysUnchanged");

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_confirms() => Lives.OperatorRequested
        .When(Commands.ConfirmRole(Reviewer, by: Clerk)).ThenRefused("F2", "NotPermitted");

    [Fact, Trait("rule", "F1")]
    public void F1_There_is_nothing_to_confirm_for_an_account_that_is_not_there_or_closed()
    {
        Lives.OperatorRequested.When(Commands.ConfirmRole(Clerk)).ThenRefused("F1", "StaffAccountUnknown", ("account", "clerk-1"));
        Lives.ReviewerClosed.When(Commands.ConfirmRole(Reviewer)).ThenRefused("F4", "StaffRoleNotRequested");
    }
}
