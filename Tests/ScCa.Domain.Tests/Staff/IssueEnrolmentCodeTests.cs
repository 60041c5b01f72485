using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class IssueEnrolmentCodeTests
{
    [Fact, Trait("rule", "F6")]
    public void F6_An_administrator_has_a_new_code_made_for_another_account() => Lives.TwoAdministrators
        .When(Commands.IssueCode(Reviewer, Admin1)).Then(new EnrolmentCodeIssued(Reviewer, Admin1, StaffedAt));

    [Fact, Trait("rule", "F4")]
    public void F4_For_an_account_that_takes_two_people_a_code_is_made_at_the_server_only()
    {
        Lives.TwoAdministrators.When(Commands.IssueCode(Admin2, Admin1)).ThenRefused("F4", "EnrolmentOnlyAtTheServer", ("account", "admin-2"));
        Lives.OperatorRequested.When(Commands.IssueCode(Reviewer, Admin1)).ThenRefused("F4", "EnrolmentOnlyAtTheServer", ("account", "reviewer-1"));
        Lives.OperatorConfirmed.When(Commands.IssueCode(Reviewer, Admin1)).ThenRefused("F4", "EnrolmentOnlyAtTheServer");
        Lives.TwoAdministrators.When(Commands.IssueCode(Admin2, by: null)).Then(new EnrolmentCodeIssued(Admin2, null, StaffedAt));
    }

    [Fact, Trait("rule", "F3")]
    public void F3_Nobody_makes_a_code_for_himself() => Lives.TwoAdministrators
        .When(Commands.IssueCode(Admin1, Admin1)).ThenRefused("F3", "OwnAccountStaysUnchanged");

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_has_codes_made() => Lives.TwoAdministrators
        .When(Commands.IssueCode(Clerk, Reviewer)).ThenRefused("F2", "NotPermitted");

    [Fact, Trait("rule", "F1")]
    public void F1_An_account_that_is_not_there_or_closed_gets_no_code()
    {
        Lives.TwoAdministrators.When(Commands.IssueCode(Clerk, Admin1)).ThenRefused("F1", "StaffAccountUnknown", ("account", "clerk-1"));
        Lives.ReviewerClosed.When(Commands.IssueCode(Reviewer, Admin1)).ThenRefused("F1", "StaffAccountIsClosed", ("account", "reviewer-1"));
    }
}
