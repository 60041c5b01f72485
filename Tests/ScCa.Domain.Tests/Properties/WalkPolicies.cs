using ScCa.Domain.Platforms;

namespace ScCa.Domain.Tests.Properties;

/// <summary>Every platform of the tests, so that a walk may go through any.</summary>
internal static class WalkPolicies
{
    public static PolicyBook Book { get; } = new([.. TestPolicies.TwoVersions.Policies, .. OperationPolicies.Book.Policies], TestPolicies.Calendar);
}
