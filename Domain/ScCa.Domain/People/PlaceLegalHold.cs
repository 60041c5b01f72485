using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>A court or an inquiry needs a person's data: it stays until the hold is lifted, whatever its age (A10).</summary>
public sealed record PlaceLegalHold(CommandId Id, SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { LegalHold: not null } => Refuse.LegalHoldAlreadyPlaced(),
        _ => new LegalHoldPlaced(Subject, By, Reason, At),
    };
}

/// <summary>An erasure that waits for its second person is void with it.</summary>
public sealed record LegalHoldPlaced(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: null } kept ? kept with { LegalHold = Reason, Order = null } : throw ImpossibleIn(state);
}
