using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>One of the subjects that are the same person, and what has been decided about it.</summary>
public sealed record PersonSubject(SubjectId Id, SubjectKind Kind, Subject State)
{
    public bool IsErased => State is ErasedSubject;
}

/// <summary>A person as far as the records show who is the same (A10).</summary>
/// <param name="Subjects">Never empty: the ID number first, then phones, then payments.</param>
/// <param name="Shared">Phones that he has used and others too. They are not his alone: what is kept under them stays.</param>
/// <param name="Certificates">All certificates that he has to do with.</param>
/// <param name="LastNotAfter">The last day of any generation of any of them; null where none was issued.</param>
/// <param name="OpenCase">What is open of his: an application, or a payment that has not come to rest.</param>
public sealed record KnownPerson(
    ImmutableArray<PersonSubject> Subjects, ImmutableArray<SubjectId> Shared, ImmutableArray<string> Certificates, LocalDate? LastNotAfter, string? OpenCase)
{
    /// <summary>The subject that decisions about the person are recorded under, as long as it is there.</summary>
    public PersonSubject Root => Subjects.FirstOrDefault(s => !s.IsErased) ?? Subjects[0];

    /// <summary>What an erasure that is recorded under a subject is decided on.</summary>
    internal PersonRecords RecordsBeside(SubjectId root) => new(
        [.. Subjects.Where(s => s.Id != root && !s.IsErased).Select(s => s.Id)],
        LastNotAfter,
        OpenCase,
        Subjects.Any(s => s.Id != root && s.State is KeptSubject { LegalHold: not null }));
}
