using ScCa.Domain.Staff;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Staff;

public sealed class AppointFirstAdministratorTests
{
    [Fact, Trait("rule", "F5")]
    public void F5_Set_up_appoints_the_first_administrator() => Lives.NoStaff
        .When(Commands.AppointFirst()).Then(new FirstAdministratorAppointed(Admin1, SubjectOf(Admin1), SealedName, StaffedAt))
        .When(Commands.OpenAccount(Reviewer)).ThenState(directory => Assert.True(directory.IsAdministrator(Admin1)));

    [Fact, Trait("rule", "F5")]
    public void F5_There_is_only_one_first_administrator()
    {
        Lives.FirstAdministrator.When(Commands.AppointFirst()).ThenRefused("F5", "FirstAdministratorAlreadyAppointed");
        Lives.FirstAdministrator.When(Commands.AppointFirst() with { Account = Admin2 }).ThenRefused("F5", "FirstAdministratorAlreadyAppointed");
    }
}
