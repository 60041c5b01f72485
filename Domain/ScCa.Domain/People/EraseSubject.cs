using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>What a confirmed erasure comes to for each other subject that is the same person (A10).</summary>
/// <param name="LastNotAfter">The last day of any generation of any of the person's certificates; null where he has none.</param>
/// <param name="By">Who confirmed it.</param>
public sealed record EraseSubject(CommandId Id, SubjectId Subject, LocalDate? LastNotAfter, StaffId By, string Reason, Instant At)
    : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        // A hold that was placed since it was confirmed counts: what was erased would be gone.
        _ when Erasable.Refuses(state, new PersonRecords([], LastNotAfter, OpenCase: null, IsHeldElsewhere: false), At) is { } refusal => refusal,
        _ => new SubjectErased(Subject, LastNotAfter, By, Reason, At),
    };
}

/// <summary>The decision; the key is destroyed by what follows from it.</summary>
public sealed record SubjectErased(SubjectId Subject, LocalDate? LastNotAfter, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: null } ? new ErasedSubject(At) : throw ImpossibleIn(state);
}
