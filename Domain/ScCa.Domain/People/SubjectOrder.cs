using System.Collections.Immutable;

namespace ScCa.Domain.People;

/// <summary>What one member of staff has decided about a person's data and another has to confirm (A10). One waits at a time.</summary>
public abstract record SubjectOrder(StaffId By, string Reason);

/// <summary>The hold is to be lifted.</summary>
public sealed record HoldLiftOrder(StaffId By, string Reason) : SubjectOrder(By, Reason);

/// <summary>The data is to be erased, and that of <paramref name="Linked"/> with it, who are the same person.</summary>
public sealed record ErasureOrder(ImmutableArray<SubjectId> Linked, StaffId By, string Reason) : SubjectOrder(By, Reason);
