using NodaTime;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>Whether a person's data may be erased, asked when it is ordered and again when it is confirmed (A10).</summary>
internal static class Erasable
{
    // Order is precedence: a hold and an open case are named before a date, because the date alone would promise what they then refuse.
    public static Refusal? Refuses(Subject state, PersonRecords records, Instant at) => state switch
    {
        KeptSubject { LegalHold: not null } => Refuse.SubjectUnderLegalHold(),
        _ when records.IsHeldElsewhere => Refuse.SubjectUnderLegalHold(),
        _ when records.OpenCase is { } open => Refuse.ErasureWaitsForOpenCase(open),
        _ when records.LastNotAfter is { } last && Shanghai.DateOf(at) < Subject.ErasurePermittedFrom(last) =>
            Refuse.ErasureNotYetPermitted(Subject.ErasurePermittedFrom(last), last),
        _ => null,
    };
}
