using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class GrantStaffRoleTests
{
    [Fact, Trait("rule", "F2")]
    public void F2_A_role_counts_at_once() => Lives.ReviewerOpened
        .When(Commands.GrantRole(Reviewer)).Then(new StaffRoleGranted(Reviewer, StaffRole.Reviewer, Admin1, StaffedAt))
        .When(Commands.GrantRole(Reviewer, StaffRole.Finance))
        .ThenState(directory => Assert.Equal([StaffRole.Reviewer, StaffRole.Finance], directory.Find(Reviewer)!.Roles));

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_grants_roles() => Lives.TwoAdministrators
        .When(Commands.GrantRole(Admin1, by: Reviewer)).ThenRefused("F2", "NotPermitted", ("role", "@StaffRole.Administrator"));

    [Fact, Trait("rule", "F2")]
    public void F2_An_administrator_who_was_stripped_grants_nothing_any_more() => Lives.ThreeAdministrators
        .When(Commands.WithdrawRole(Admin2, StaffRole.Administrator)).ThenState(_ => { })
        .When(Commands.GrantRole(Reviewer, StaffRole.Finance, Admin2)).ThenRefused("F2", "NotPermitted");

    [Fact, Trait("rule", "F2")]
    public void F2_A_role_is_granted_once() => Lives.TwoAdministrators
        .When(Commands.GrantRole(Reviewer)).ThenRefused("F2", "StaffRoleAlreadyHeld", ("account", "reviewer-1"), ("role", "@StaffRole.Reviewer"));

    [Fact, Trait("rule", "F3")]
    public void F3_Nobody_grants_himself_a_role() => Lives.TwoAdministrators
        .When(Commands.GrantRole(Admin1, StaffRole.Finance)).ThenRefused("F3", "OwnAccountStaysUnchanged");

    [Theory, Trait("rule", "F4")]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.CaOperator)]
    public void F4_What_takes_two_people_is_only_asked_for(StaffRole role) => Lives.TwoAdministrators
        .When(Commands.GrantRole(Reviewer, role)).Then(new StaffRoleRequested(Reviewer, role, Admin1, StaffedAt))
        .When(Commands.GrantRole(Reviewer, role, Admin2)).ThenRefused("F4", "StaffRoleAlreadyRequested", ("role", $"@StaffRole.{role}"));

    [Fact, Trait("rule", "F4")]
    public void F4_Asking_is_not_having() =>
        Assert.False(Lives.OperatorRequested.State.Find(Reviewer)!.Holds(StaffRole.CaOperator));

    [Fact, Trait("rule", "F5")]
    public void F5_The_first_administrator_appoints_the_second_alone_but_no_CA_operator()
    {
        Lives.ReviewerOpened.When(Commands.GrantRole(Reviewer, StaffRole.Administrator))
            .Then(new StaffRoleGranted(Reviewer, StaffRole.Administrator, Admin1, StaffedAt));
        Lives.ReviewerOpened.When(Commands.GrantRole(Reviewer, StaffRole.CaOperator))
            .Then(new StaffRoleRequested(Reviewer, StaffRole.CaOperator, Admin1, StaffedAt));
    }

    [Fact, Trait("rule", "F1")]
    public void F1_An_account_that_is_not_there_or_closed_gets_no_role()
    {
        Lives.TwoAdministrators.When(Commands.GrantRole(Clerk)).ThenRefused("F1", "StaffAccountUnknown", ("account", "clerk-1"));
        Lives.ReviewerClosed.When(Commands.GrantRole(Reviewer)).ThenRefused("F1", "StaffAccountIsClosed", ("account", "reviewer-1"));
    }
}
