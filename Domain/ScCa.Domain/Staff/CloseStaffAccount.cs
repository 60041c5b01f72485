using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>An administrator closes an account for good; its id is never given again (F1).</summary>
public sealed record CloseStaffAccount(CommandId Id, StaffId Account, StaffId By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state.Find(Account) switch
    {
        _ when !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when By == Account => Refuse.OwnAccountStaysUnchanged(),
        null => Refuse.StaffAccountUnknown(Account),
        { IsClosed: true } => Refuse.StaffAccountIsClosed(Account),
        { } account when account.Holds(StaffRole.Administrator) && state.Administrators <= StaffDirectory.AdministratorsMin =>
            Refuse.AdministratorsWouldBeTooFew(StaffDirectory.AdministratorsMin),
        _ => new StaffAccountClosed(Account, By, At),
    };
}

public sealed record StaffAccountClosed(StaffId Account, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => state.With(OpenIn(state).Closed());
}
