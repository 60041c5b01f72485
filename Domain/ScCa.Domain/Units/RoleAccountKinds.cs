using ScCa.Domain.Platforms;

namespace ScCa.Domain.Units;

/// <summary>The kinds of role accounts that a platform has: its policy's to say.</summary>
internal static class RoleAccountKinds
{
    public static IEnumerable<RoleAccountKindId> Of(PlatformPolicy policy) => policy.RoleAccounts.Select(a => a.Id);
}
