using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>What a person's data was held for is over, says one member of staff; another has to confirm it (A10).</summary>
public sealed record OrderHoldLift(CommandId Id, SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { LegalHold: null } => Refuse.LegalHoldNotPlaced(),
        KeptSubject { Order: { } order } => Refuse.HoldLiftAlreadyOrdered(order.By),
        _ => new HoldLiftOrdered(Subject, By, Reason, At),
    };
}

public sealed record HoldLiftOrdered(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: not null, Order: null } kept
        ? kept with { Order = new HoldLiftOrder(By, Reason) }
        : throw ImpossibleIn(state);
}
