using System.Text.Json.Serialization;

namespace ScCa.Issuance.Profiles;

/// <summary>A certificate policy as a dotted OID, and where its statement can be read.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PolicyOptions
{
    public string? Oid { get; init; }

    public string? Cps { get; init; }
}
