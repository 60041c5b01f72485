using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>The second of two people lifts the hold (A10).</summary>
public sealed record LiftLegalHold(CommandId Id, SubjectId Subject, StaffId By, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        KeptSubject { Order: HoldLiftOrder order } when order.By == By => Refuse.AnotherMustConfirm(),
        KeptSubject { Order: HoldLiftOrder order } => new LegalHoldLifted(Subject, By, order.Reason, At),
        _ => Refuse.HoldLiftNotOrdered(),
    };
}

public sealed record LegalHoldLifted(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: not null } kept
        ? kept with { LegalHold = null, Order = null }
        : throw ImpossibleIn(state);
}
