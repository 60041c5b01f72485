using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>An administrator grants a role, or, where the role needs two people, asks for it (F4).</summary>
public sealed record GrantStaffRole(CommandId Id, StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state.Find(Account) switch
    {
        _ when !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when By == Account => Refuse.OwnAccountStaysUnchanged(),
        null => Refuse.StaffAccountUnknown(Account),
        { IsClosed: true } => Refuse.StaffAccountIsClosed(Account),
        { } account when account.Holds(Role) => Refuse.StaffRoleAlreadyHeld(Account, Role),
        { } account when account.Awaits(Role) => Refuse.StaffRoleAlreadyRequested(Account, Role),
        _ when state.NeedsSecondPerson(Role) => new StaffRoleRequested(Account, Role, By, At),
        _ => new StaffRoleGranted(Account, Role, By, At),
    };
}

public sealed record StaffRoleGranted(StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => OpenIn(state) is var open && !open.Holds(Role)
        ? state.With(open with { Roles = open.Roles.Add(Role) })
        : throw ImpossibleIn(state);
}

public sealed record StaffRoleRequested(StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => OpenIn(state) is var open && !open.Holds(Role) && !open.Awaits(Role)
        ? state.With(open with { Requests = open.Requests.Add(Role, By) })
        : throw ImpossibleIn(state);
}
