using ScCa.Domain.Platforms;

namespace ScCa.Domain.Units;

/// <summary>The kinds of role accounts that a platform has: its policy's to say.</summary>
internal static class RoleAccountKinds
{
    // A policy has no list of its own for them yet: they stand among its roles under this beginning, so that they cannot be taken for a holder's role.
    private const string Beginning = "role-account:";

    public static IEnumerable<RoleAccountKindId> Of(PlatformPolicy policy) => policy.Roles
        .Where(r => r.Id.Value.StartsWith(Beginning, StringComparison.Ordinal))
        .Select(r => new RoleAccountKindId(r.Id.Value[Beginning.Length..]));
}
