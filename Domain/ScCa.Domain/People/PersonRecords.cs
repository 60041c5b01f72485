using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.People;

/// <summary>What the records say of a person, whichever of his subjects it stands under: what an erasure is decided on (A10).</summary>
/// <param name="Linked">The other subjects that are the same person and not erased yet.</param>
/// <param name="LastNotAfter">The last day of any generation of any of his certificates; null where he has none.</param>
/// <param name="OpenCase">An application that is open, or money that belongs to nobody yet; null where nothing is.</param>
/// <param name="IsHeldElsewhere">Whether one of the linked subjects is under legal hold.</param>
public sealed record PersonRecords(ImmutableArray<SubjectId> Linked, LocalDate? LastNotAfter, string? OpenCase, bool IsHeldElsewhere);
