using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>What waits for a second person is not to happen after all; either of them may say so (A10).</summary>
public sealed record DropSubjectOrder(CommandId Id, SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { Order: null } => Refuse.SubjectOrderNotGiven(),
        _ => new SubjectOrderDropped(Subject, By, Reason, At),
    };
}

/// <summary>The order is void. What was stopped stays so: it takes the person himself to want it otherwise.</summary>
public sealed record SubjectOrderDropped(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { Order: not null } kept ? kept with { Order = null } : throw ImpossibleIn(state);
}
