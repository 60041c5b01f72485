using System.Text.Json.Serialization;

namespace ScCa.Issuance.Profiles;

/// <summary>What holds for every profile that does not say otherwise: the file <c>shared.json</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SharedOptions
{
    public IReadOnlyList<PolicyOptions> Policies { get; init; } = [];

    /// <summary>Where the revocation list lies (http).</summary>
    public IReadOnlyList<string> Crl { get; init; } = [];

    /// <summary>Where the changes to that list lie (http).</summary>
    public IReadOnlyList<string> DeltaCrl { get; init; } = [];

    /// <summary>Where the status of one certificate is asked for (http).</summary>
    public IReadOnlyList<string> Ocsp { get; init; } = [];

    /// <summary>Where the authority's own certificate lies (http).</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];
}
