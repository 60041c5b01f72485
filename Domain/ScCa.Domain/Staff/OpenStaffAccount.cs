using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>An administrator opens an account; it has no role yet (F1).</summary>
public sealed record OpenStaffAccount(CommandId Id, StaffId Account, SubjectId Subject, SealedText Name, StaffId By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state switch
    {
        _ when !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when state.Find(Account) is not null => Refuse.StaffAccountTaken(Account),
        _ => new StaffAccountOpened(Account, Subject, Name, By, At),
    };
}

public sealed record StaffAccountOpened(StaffId Account, SubjectId Subject, SealedText Name, StaffId By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => state?.Find(Account) is null
        ? state!.With(StaffAccount.Opened(Account, Subject, Name))
        : throw ImpossibleIn(state);
}
