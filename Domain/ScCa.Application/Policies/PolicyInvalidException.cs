using System.Collections.Immutable;

namespace ScCa.Application.Policies;

/// <summary>Policy or calendar data that cannot be used, with every fault that was found.</summary>
public sealed class PolicyInvalidException(ImmutableArray<PolicyFault> faults) : Exception(string.Join('\n', faults))
{
    public ImmutableArray<PolicyFault> Faults { get; } = faults;
}
