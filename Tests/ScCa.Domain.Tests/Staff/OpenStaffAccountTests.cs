using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class OpenStaffAccountTests
{
    [Fact, Trait("rule", "F1")]
    public void F1_An_account_is_opened_without_a_role_its_name_still_sealed() => Lives.FirstAdministrator
        .When(Commands.OpenAccount(Reviewer)).Then(new StaffAccountOpened(Reviewer, SubjectOf(Reviewer), SealedName, Admin1, StaffedAt));

    [Fact, Trait("rule", "F1")]
    public void F1_An_account_that_was_ever_there_is_never_given_again()
    {
        Lives.ReviewerOpened.When(Commands.OpenAccount(Reviewer)).ThenRefused("F1", "StaffAccountTaken", ("account", "reviewer-1"));
        Lives.ReviewerClosed.When(Commands.OpenAccount(Reviewer)).ThenRefused("F1", "StaffAccountTaken");
    }

    [Fact, Trait("rule", "F2")]
    public void F2_Only_an_administrator_opens_accounts()
    {
        Lives.TwoAdministrators.When(Commands.OpenAccount(Clerk, Reviewer)).ThenRefused("F2", "NotPermitted", ("role", "@StaffRole.Administrator"));
        Lives.NoStaff.When(Commands.OpenAccount(Clerk)).ThenRefused("F2", "NotPermitted");
    }
}
