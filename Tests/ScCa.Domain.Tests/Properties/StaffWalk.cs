using ScCa.Domain.People;
using ScCa.Domain.Staff;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Properties;

/// <summary>The staff directory's random walk: a small office in which everybody tries everything, administrators more often than others.</summary>
internal static class StaffWalk
{
    private static readonly StaffId Admin3 = new("admin-3");
    private static readonly StaffId[] Everybody = [Admin1, Admin2, Admin3, Reviewer, Clerk];
    private static readonly StaffRole[] Roles = [StaffRole.Reviewer, StaffRole.Administrator, StaffRole.CaOperator];

    public static Walker<StaffDirectory> Walker { get; } = With();

    public static Walker<StaffDirectory> With(
        Func<StaffDirectory, Command<StaffDirectory>, Decision<StaffDirectory>>? decide = null,
        Func<StaffDirectory, Event<StaffDirectory>, StaffDirectory>? evolve = null)
    {
        var right = new Walker<StaffDirectory>(StaffedAt, Next);
        return new Walker<StaffDirectory>(StaffedAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    /// <summary>A decision that is wrong where the right one is a refusal with this code.</summary>
    public static Walker<StaffDirectory> Accepting(
        string code, Func<Command<StaffDirectory>, Event<StaffDirectory>> instead,
        Func<StaffDirectory, Event<StaffDirectory>, StaffDirectory>? evolve = null) => With(
        (state, command) => command.Decide(state, WalkPolicies.Book) switch
        {
            Decision<StaffDirectory>.Refused { Refusal.Code: var refused } when refused == code => instead(command),
            var right => right,
        },
        evolve);

    private static Command<StaffDirectory> Next(Walk<StaffDirectory> walk, Choices choices)
    {
        if (!walk.State.IsSetUp)
            return choices.Weighted<Command<StaffDirectory>>((6, Commands.AppointFirst()), (1, Commands.OpenAccount(Clerk)));
        var administrators = Everybody.Where(walk.State.IsAdministrator).ToArray();
        var by = choices.Weighted((6, choices.Pick(administrators)), (1, choices.Pick(Everybody)));
        var (account, role) = (choices.Pick(Everybody), choices.Pick(Roles));
        var awaiting = walk.State.Accounts.Values.FirstOrDefault(a => !a.Requests.IsEmpty);
        return choices.Weighted<Func<Command<StaffDirectory>>>(
            (8, () => Commands.OpenAccount(account, by)),
            (8, () => Commands.GrantRole(account, role, by)),
            (3, () => Commands.ConfirmRole(account, role, by)),
            (awaiting is null ? 0 : 6, () => Commands.ConfirmRole(awaiting!.Id, awaiting.Requests.Keys.First(), by)),
            (3, () => Commands.WithdrawRole(account, role, by)),
            (1, () => Commands.CloseAccount(account, by)),
            (2, () => Commands.IssueCode(account, choices.Bool() ? by : null)),
            (1, Commands.AppointFirst))();
    }
}
