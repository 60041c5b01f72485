namespace ScCa.Issuance.Profiles;

/// <summary>What the operator may say about the certificates that are issued; everything is optional, and nothing is trusted before it is checked.</summary>
public sealed record ProfileOptions
{
    /// <summary>Where the revocation list lies (http).</summary>
    public IReadOnlyList<string> CrlUrls { get; init; } = [];

    /// <summary>Where the status of one certificate is asked for (http).</summary>
    public IReadOnlyList<string> OcspUrls { get; init; } = [];

    /// <summary>Where the authority's own certificate lies (http).</summary>
    public IReadOnlyList<string> IssuerUrls { get; init; } = [];

    /// <summary>The policy that the certificates are issued under, as a dotted OID.</summary>
    public string? PolicyOid { get; init; }

    /// <summary>Where the certification practice statement can be read; needs <see cref="PolicyOid"/>.</summary>
    public string? CpsUrl { get; init; }
}
