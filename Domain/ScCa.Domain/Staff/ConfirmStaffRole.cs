using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>A second administrator confirms a role that was asked for; from now on it counts (F4).</summary>
public sealed record ConfirmStaffRole(CommandId Id, StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state.Find(Account) switch
    {
        _ when !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when By == Account => Refuse.OwnAccountStaysUnchanged(),
        null => Refuse.StaffAccountUnknown(Account),
        { } account when !account.Awaits(Role) => Refuse.StaffRoleNotRequested(Account, Role),
        { } account when account.Requests[Role] == By => Refuse.SecondAdministratorNeeded(Role),
        _ => new StaffRoleConfirmed(Account, Role, By, At),
    };
}

public sealed record StaffRoleConfirmed(StaffId Account, StaffRole Role, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => OpenIn(state) is var open && open.Awaits(Role)
        ? state.With(open with { Roles = open.Roles.Add(Role), Requests = open.Requests.Remove(Role) })
        : throw ImpossibleIn(state);
}
