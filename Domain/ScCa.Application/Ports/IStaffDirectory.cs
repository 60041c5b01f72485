using System.Collections.Immutable;
using ScCa.Domain.Staff;

namespace ScCa.Application.Ports;

/// <summary>A member of staff who may work in the back office, with the roles he has now.</summary>
public sealed record StaffMember(string Id, string DisplayName, ImmutableSortedSet<StaffRole> Roles);

/// <summary>
/// Who works here, and as what. <b>Freshness</b>: an answer is never older than the call, so that a role withdrawn no longer counts from the next request on.
/// It says nothing about who is asking: that is proven at sign-in.
/// </summary>
public interface IStaffDirectory
{
    /// <summary>Everybody whose account is open, ordered by account.</summary>
    ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation);

    /// <summary>The holder of an open account; null where there is none.</summary>
    ValueTask<StaffMember?> Find(string id, CancellationToken cancellation);
}
