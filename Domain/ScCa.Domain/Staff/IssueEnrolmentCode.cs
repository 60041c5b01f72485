using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Staff;

/// <summary>
/// A new one-time code for somebody who has lost his passphrase; the old one no longer works (F6). Whoever hands out a code could enrol in another's name,
/// so for the accounts that the two-person rule is about it is done at the server, by whoever runs it (F4).
/// </summary>
/// <param name="By">The administrator; null: at the server.</param>
public sealed record IssueEnrolmentCode(CommandId Id, StaffId Account, StaffId? By, Instant At) : StaffCommand(Id, At)
{
    public override Decision<StaffDirectory> Decide(StaffDirectory state, PolicyBook policies) => state.Find(Account) switch
    {
        _ when By is not null && !state.IsAdministrator(By) => Refuse.NotPermitted(StaffRole.Administrator),
        _ when By == Account => Refuse.OwnAccountStaysUnchanged(),
        null => Refuse.StaffAccountUnknown(Account),
        { IsClosed: true } => Refuse.StaffAccountIsClosed(Account),
        { NeedsTwoPeople: true } when By is not null => Refuse.EnrolmentOnlyAtTheServer(Account),
        _ => new EnrolmentCodeIssued(Account, By, At),
    };
}

/// <summary>The code itself is in no event.</summary>
public sealed record EnrolmentCodeIssued(StaffId Account, StaffId? By, Instant At) : StaffEvent(Account, At)
{
    public override StaffDirectory Evolve(StaffDirectory state) => state.With(OpenIn(state));
}
