using System.Text.Json.Serialization;

namespace ScCa.Issuance.Profiles;

/// <summary>What a key may be used for.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UsesOptions
{
    public IReadOnlyList<string>? KeyUsage { get; init; }

    public IReadOnlyList<string>? Purposes { get; init; }

    public bool PurposesAreCritical { get; init; }
}
