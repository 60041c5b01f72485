using ScCa.Domain.People;
using ScCa.Domain.Staff;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of everybody in the back office, and next to it something wrong that is found.</summary>
public sealed class StaffProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "F5")]
    public void F5_Where_there_were_two_administrators_there_are_never_fewer() => StaffWalk.Walker.Check(AdministratorsStayTwo);

    [Fact, Trait("rule", "F5")]
    public void F5_A_last_but_one_administrator_who_goes_is_found() => Finds(AdministratorsStayTwo, StaffWalk.Accepting(
        "AdministratorsWouldBeTooFew", command => command switch
        {
            CloseStaffAccount close => new StaffAccountClosed(close.Account, close.By, close.At),
            WithdrawStaffRole withdraw => new StaffRoleWithdrawn(withdraw.Account, withdraw.Role, withdraw.By, withdraw.At),
            _ => throw new TestFailedException("Nothing else is refused for that."),
        }));

    [Fact, Trait("rule", "F4")]
    public void F4_A_role_that_takes_two_people_was_confirmed_by_another_than_who_asked() => StaffWalk.Walker.Check(TwoStandBehindTwoPersonRoles);

    [Fact, Trait("rule", "F4")]
    public void F4_A_confirmation_by_who_asked_is_found() => Finds(TwoStandBehindTwoPersonRoles, StaffWalk.Accepting(
        "SecondAdministratorNeeded", command => command is ConfirmStaffRole confirm
            ? new StaffRoleConfirmed(confirm.Account, confirm.Role, confirm.By, confirm.At)
            : throw new TestFailedException("Only a confirmation is refused for that.")));

    [Fact, Trait("rule", "F2"), Trait("rule", "F3")]
    public void F2_F3_Only_an_administrator_changes_anything_and_nobody_himself() => StaffWalk.Walker.Check(AdministratorsChangeOthers);

    [Fact, Trait("rule", "F2")]
    public void F2_A_grant_by_anybody_is_found() => Finds(AdministratorsChangeOthers, StaffWalk.With((state, command) =>
        command is GrantStaffRole grant && state.Find(grant.Account) is { IsClosed: false } account && grant.By != grant.Account && !account.Holds(grant.Role)
            ? new StaffRoleGranted(grant.Account, grant.Role, grant.By, grant.At)
            : command.Decide(state, WalkPolicies.Book)));

    [Fact, Trait("rule", "F3")]
    public void F3_A_change_of_ones_own_account_is_found() => Finds(AdministratorsChangeOthers, StaffWalk.With((state, command) =>
        command is GrantStaffRole grant && grant.By == grant.Account && state.IsAdministrator(grant.By) && !state.Find(grant.Account)!.Holds(grant.Role)
            ? new StaffRoleGranted(grant.Account, grant.Role, grant.By, grant.At)
            : command.Decide(state, WalkPolicies.Book)));

    [Fact, Trait("rule", "F1")]
    public void F1_A_closed_account_never_comes_back() => StaffWalk.Walker.Check(ClosedStaysClosed);

    [Fact, Trait("rule", "F1")]
    public void F1_An_id_that_is_given_again_is_found() => Finds(ClosedStaysClosed, StaffWalk.Accepting(
        "StaffAccountTaken",
        command => command is OpenStaffAccount open
            ? new StaffAccountOpened(open.Account, open.Subject, open.Name, open.By, open.At)
            : throw new TestFailedException("Only an opening is refused for that."),
        (state, happened) => happened is StaffAccountOpened opened
            ? new(state.Accounts.SetItem(opened.Account.Value, StaffAccount.Opened(opened.Account, opened.Subject, opened.Name)))
            : happened.Evolve(state)));

    [Fact]
    public void The_fold_of_the_events_is_the_state_that_was_stepped_to() => StaffWalk.Walker.Check(FoldsToTheSameState);

    [Fact]
    public void A_wrong_step_is_found() => Finds(FoldsToTheSameState, StaffWalk.With(evolve: (state, happened) =>
        happened is StaffRoleWithdrawn ? state : happened.Evolve(state)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => StaffWalk.Walker.Check(walk =>
    {
        foreach (var happened in OutcomeTables.StaffStates.SelectMany(s => s.Life.History).DistinctBy(e => e.GetType()))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
            if (!walk.State.IsSetUp)
                Assert.Equal(happened is FirstAdministratorAppointed or StaffAccountOpened, follows is null);
        }
    });

    private static void AdministratorsStayTwo(Walk<StaffDirectory> walk)
    {
        var counts = walk.States.Select(s => s.Administrators);
        Assert.False(counts.SkipWhile(n => n < StaffDirectory.AdministratorsMin).Any(n => n < StaffDirectory.AdministratorsMin), "Too few administrators are left.");
    }

    private static void TwoStandBehindTwoPersonRoles(Walk<StaffDirectory> walk)
    {
        var asked = new Dictionary<(StaffId, StaffRole), StaffId>();
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case StaffRoleRequested e:
                    asked[(e.Account, e.Role)] = e.By;
                    break;
                case StaffRoleConfirmed e:
                    Assert.True(asked.Remove((e.Account, e.Role), out var by) && by != e.By, "One person alone stands behind a role.");
                    break;
                case StaffRoleGranted { Role: StaffRole.CaOperator }:
                    Assert.Fail("A role that takes two people was granted by one.");
                    break;
            }
        }

        Assert.DoesNotContain(
            walk.Of<StaffRoleGranted>(), g => g.Event.Role == StaffRole.Administrator && g.Before.Administrators >= StaffDirectory.AdministratorsMin);
    }

    private static void AdministratorsChangeOthers(Walk<StaffDirectory> walk)
    {
        foreach (var (happened, before) in walk.Of<StaffEvent>())
        {
            var by = happened switch
            {
                StaffAccountOpened e => e.By,
                StaffAccountClosed e => e.By,
                StaffRoleGranted e => e.By,
                StaffRoleRequested e => e.By,
                StaffRoleConfirmed e => e.By,
                StaffRoleWithdrawn e => e.By,
                EnrolmentCodeIssued e => e.By,
                _ => null,
            };
            Assert.True(by is null || before.IsAdministrator(by), "Somebody else changed an account.");
            Assert.True(by is null || by != happened.Account, "Somebody changed his own account.");
        }
    }

    private static void ClosedStaysClosed(Walk<StaffDirectory> walk)
    {
        foreach (var closed in walk.Of<StaffAccountClosed>().Select(c => c.Event.Account))
            Assert.True(walk.State.Find(closed) is { IsClosed: true, Roles.IsEmpty: true, Requests.IsEmpty: true }, "A closed account is open.");
    }

    private static void FoldsToTheSameState(Walk<StaffDirectory> walk) => Assert.Equal(
        Describe.Value(walk.State), Describe.Value(walk.History.Aggregate(StaffDirectory.Initial, (state, happened) => happened.Evolve(state))));

    private void Finds(Action<Walk<StaffDirectory>> invariant, Walker<StaffDirectory> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(20 * Walker<StaffDirectory>.Runs, invariant));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
