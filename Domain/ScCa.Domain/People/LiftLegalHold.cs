using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>What a person's data was held for is over (A10).</summary>
public sealed record LiftLegalHold(CommandId Id, SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { LegalHold: null } => Refuse.LegalHoldNotPlaced(),
        _ => new LegalHoldLifted(Subject, By, Reason, At),
    };
}

public sealed record LegalHoldLifted(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: not null } kept ? kept with { LegalHold = null } : throw ImpossibleIn(state);
}
