using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>A member of staff decides that a person's data is erased; another has to confirm it (A10).</summary>
public sealed record OrderErasure(CommandId Id, SubjectId Subject, PersonRecords Records, StaffId By, string Reason, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        _ when Erasable.Refuses(state, Records, At) is { } refusal => refusal,
        KeptSubject { Order: { } order } => Refuse.ErasureAlreadyOrdered(order.By),
        _ => new ErasureOrdered(Subject, Records.Linked, Records.LastNotAfter, By, Reason, At),
    };
}

/// <summary>From now on the data is stored and nothing else is done with it, as if the person himself had asked.</summary>
/// <param name="Linked">The other subjects that are the same person: they are erased with him.</param>
public sealed record ErasureOrdered(SubjectId Subject, ImmutableArray<SubjectId> Linked, LocalDate? LastNotAfter, StaffId By, string Reason, Instant At)
    : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: null, Order: null } kept
        ? kept with { IsStopped = true, Order = new ErasureOrder(Linked, By, Reason) }
        : throw ImpossibleIn(state);
}
