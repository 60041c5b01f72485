using ScCa.Application.Ports;
using ScCa.Gateways.Policies;

namespace ScCa.Composition.Gateways;

/// <summary>Where an operator keeps policies of his own.</summary>
public static class PolicyFolders
{
    public static IPolicyFolder At(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new PolicyFiles(folder);
    }
}
