using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>An administrator takes a role away, or turns a request for it down (F2, F4).</summary>
public sealed record WithdrawStaffRole(CommandId Id, StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state.Find(Account) switch
    {
        _ when !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when By == Account => Refuse.OwnAccountStaysUnchanged(),
        null => Refuse.StaffAccountUnknown(Account),
        { } account when !account.Holds(Role) && !account.Awaits(Role) => Refuse.StaffRoleNotHeld(Account, Role),
        { } account when Role == StaffRole.Administrator && account.Holds(Role) && state.Administrators <= StaffDirectory.AdministratorsMin =>
            Refuse.AdministratorsWouldBeTooFew(StaffDirectory.AdministratorsMin),
        _ => new StaffRoleWithdrawn(Account, Role, By, At),
    };
}

public sealed record StaffRoleWithdrawn(StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => OpenIn(state) is var open && (open.Holds(Role) || open.Awaits(Role))
        ? state.With(open with
        {
            Roles = open.Roles.Remove(Role),
            Requests = open.Requests.Remove(Role),
            RolesWithdrawn = open.RolesWithdrawn + (open.Holds(Role) ? 1 : 0),
        })
        : throw ImpossibleIn(state);
}
