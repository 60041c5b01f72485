using System.Collections.Immutable;
using ScCa.Domain.People;

namespace ScCa.Domain.Staff;

/// <summary>One person's account; his name is sealed (A7).</summary>
/// <param name="Requests">Roles that wait for a second administrator, with the one who asked (F4).</param>
public sealed record StaffAccount(
    StaffId Id, SubjectId Subject, SealedText Name, ImmutableSortedSet<StaffRole> Roles, ImmutableSortedDictionary<StaffRole, StaffId> Requests, bool IsClosed)
{
    public static StaffAccount Opened(StaffId id, SubjectId subject, SealedText name) =>
        new(id, subject, name, [], ImmutableSortedDictionary<StaffRole, StaffId>.Empty, IsClosed: false);

    /// <summary>How many roles have been taken away: what was begun with a role ends with it, also where it is granted again.</summary>
    public int RolesWithdrawn { get; init; }

    public bool Holds(StaffRole role) => Roles.Contains(role);

    public bool Awaits(StaffRole role) => Requests.ContainsKey(role);

    /// <summary>Whether it has a role, or may get one, that takes two administrators to grant (F4).</summary>
    public bool NeedsTwoPeople => TwoPersonRoles.Any(role => Holds(role) || Awaits(role));

    internal static ImmutableArray<StaffRole> TwoPersonRoles { get; } = [StaffRole.Administrator, StaffRole.CaOperator];

    internal StaffAccount Closed() => this with { Roles = [], Requests = Requests.Clear(), IsClosed = true };
}
