using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>Set-up makes the first administrator, once (F5).</summary>
public sealed record AppointFirstAdministrator(CommandId Id, StaffId Account, SubjectId Subject, SealedText Name, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state switch
    {
        { IsSetUp: true } => Refuse.FirstAdministratorAlreadyAppointed(),
        _ => new FirstAdministratorAppointed(Account, Subject, Name, At),
    };
}

public sealed record FirstAdministratorAppointed(StaffId Account, SubjectId Subject, SealedText Name, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => state is { IsSetUp: false }
        ? state.With(StaffAccount.Opened(Account, Subject, Name) with { Roles = [StaffRole.Administrator] })
        : throw ImpossibleIn(state);
}
