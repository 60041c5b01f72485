using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Privacy;
using ScCa.Domain.People;

namespace ScCa.Application.BackOffice;

/// <summary>One of the subjects that are the same person.</summary>
/// <param name="Kind">A name of <see cref="SubjectKind"/>.</param>
public sealed record SubjectPart(string Subject, string Kind, bool IsErased);

/// <summary>What waits for a second person.</summary>
/// <param name="IsErasure">Otherwise it is the lifting of a legal hold.</param>
public sealed record WaitingOrder(bool IsErasure, string By, string Reason);

/// <summary>What is kept of a person, without any of it.</summary>
/// <param name="Subject">The subject that decisions about him are recorded under.</param>
/// <param name="Parts">Everything that is erased together.</param>
/// <param name="Shared">Phones that others have used as well: what is kept under them stays.</param>
/// <param name="ErasureFrom">The first day on which it may be erased; null where there is no day to wait for.</param>
/// <param name="OpenCase">What has to come to its end before.</param>
public sealed record SubjectCard(
    string Subject, ImmutableArray<SubjectPart> Parts, ImmutableArray<string> Shared, ImmutableArray<string> Certificates, LocalDate? LastNotAfter,
    LocalDate? ErasureFrom, string? OpenCase, string? LegalHold, bool IsStopped, WaitingOrder? Order, Instant? ErasedAt)
{
    internal static SubjectCard Of(KnownPerson person)
    {
        var kept = person.Subjects.Select(s => s.State).OfType<KeptSubject>().ToList();
        var erasedAt = (person.Root.State as ErasedSubject)?.ErasedAt;
        return new SubjectCard(
            person.Root.Id.Value,
            [.. person.Subjects.Select(s => new SubjectPart(s.Id.Value, s.Kind.ToString(), s.IsErased))],
            [.. person.Shared.Select(s => s.Value)],
            person.Certificates,
            person.LastNotAfter,
            erasedAt is null && person.LastNotAfter is { } last ? Domain.People.Subject.ErasurePermittedFrom(last) : null,
            person.OpenCase,
            kept.Select(k => k.LegalHold).FirstOrDefault(hold => hold is not null),
            kept.All(k => k.IsStopped),
            kept.Select(k => k.Order).OfType<SubjectOrder>().Select(o => new WaitingOrder(o is ErasureOrder, o.By.Value, o.Reason)).FirstOrDefault(),
            erasedAt);
    }
}
