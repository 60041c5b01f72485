using System.Text.Json.Serialization;

namespace ScCa.Issuance.Profiles;

/// <summary>A profile as its file says it; nothing is trusted before it is checked.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ProfileOptions
{
    /// <summary>A file of the operator's replaces the one of the same name that comes with the program.</summary>
    public string? Name { get; init; }

    /// <summary>holder, root, issuing, cross, ocsp, timestamp or seal-maker.</summary>
    public string? Role { get; init; }

    /// <summary>For holders: unit, individual, expert.</summary>
    public IReadOnlyList<string>? Holders { get; init; }

    /// <summary>For holders: the platforms; none for all. What names its platform goes before what does not.</summary>
    public IReadOnlyList<string>? Platforms { get; init; }

    /// <summary>The keys that are certified: sm2, p-256, rsa-2048, rsa-3072, rsa-4096.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>The issuing authority's name; none for the first whose key is of the same kind, or else the first.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whether an encryption certificate goes with it (GM/T 0015); its key pair comes from the key management.</summary>
    public bool Pair { get; init; }

    /// <summary>Lines such as <c>O={organization}</c>, from the widest to the narrowest.</summary>
    public IReadOnlyList<string>? Subject { get; init; }

    public UsesOptions? Signing { get; init; }

    public UsesOptions? Encryption { get; init; }

    /// <summary>Identity extensions of GM/T 0015, by object identifier, and what stands in each.</summary>
    public IReadOnlyDictionary<string, string>? Identities { get; init; }

    /// <summary>For authorities: how many further authorities may follow below.</summary>
    public int? PathLength { get; init; }

    /// <summary>At most so many days from the first to the last.</summary>
    public int? DaysMax { get; init; }

    /// <summary>Null for those that are common to all profiles.</summary>
    public IReadOnlyList<PolicyOptions>? Policies { get; init; }

    /// <summary>Where the revocation list lies (http); <c>{issuer}</c> stands for the issuing authority's name. Null for those that are common to all profiles.</summary>
    public IReadOnlyList<string>? Crl { get; init; }

    /// <summary>Where the changes to that list lie, likewise: they are newer than it.</summary>
    public IReadOnlyList<string>? DeltaCrl { get; init; }

    /// <summary>Where the status of one certificate is asked for, likewise.</summary>
    public IReadOnlyList<string>? Ocsp { get; init; }

    /// <summary>Where the authority's own certificate lies, likewise.</summary>
    public IReadOnlyList<string>? Issuers { get; init; }
}
