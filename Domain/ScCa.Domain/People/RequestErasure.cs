using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>A person asks that his data be erased: from now on it is stored and nothing else is done with it, until it may be erased (A10).</summary>
public sealed record RequestErasure(CommandId Id, SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { IsStopped: true } => Refuse.ErasureAlreadyRequested(),
        _ => new ErasureRequested(Subject, By, Reason, At),
    };
}

public sealed record ErasureRequested(SubjectId Subject, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { IsStopped: false } kept ? kept with { IsStopped = true } : throw ImpossibleIn(state);
}
