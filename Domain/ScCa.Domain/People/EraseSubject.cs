using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>A person's data is erased: five years after the last of his certificates has ended, and not while it is held (A10).</summary>
/// <param name="LastNotAfter">The last day of any generation of any of his certificates; null where he has none.</param>
public sealed record EraseSubject(CommandId Id, SubjectId Subject, LocalDate? LastNotAfter, StaffId By, string Reason, Instant At)
    : SubjectCommand(Id, Subject, At)
{
    // Order is precedence: a hold is named before a date, because the date alone would promise what the hold then refuses.
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        KeptSubject { LegalHold: not null } => Refuse.SubjectUnderLegalHold(),
        _ when LastNotAfter is { } last && Shanghai.DateOf(At) < People.Subject.ErasurePermittedFrom(last) =>
            Refuse.ErasureNotYetPermitted(People.Subject.ErasurePermittedFrom(last), last),
        _ => new SubjectErased(Subject, LastNotAfter, By, Reason, At),
    };
}

/// <summary>The decision; the key is destroyed by what follows from it.</summary>
public sealed record SubjectErased(SubjectId Subject, LocalDate? LastNotAfter, StaffId By, string Reason, Instant At) : SubjectEvent(Subject, At)
{
    public override Subject Evolve(Subject state) => KeptIn(state) is { LegalHold: null } ? new ErasedSubject(At) : throw ImpossibleIn(state);
}
