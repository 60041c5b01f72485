using ScCa.Pki.Extensions;

namespace ScCa.Pki.Paths;

/// <summary>What the caller demands of a path, RFC 5280 §6.1.1, and how much work it may cost.</summary>
/// <param name="At">The instant as of which everything is judged; past instants are judged by what was so then.</param>
public sealed record PathOptions(DateTimeOffset At)
{
    /// <summary>All of these the first certificate's key must be for, where it says what it is for.</summary>
    public KeyUsages KeyUsage { get; init; }

    /// <summary>The purpose that the first certificate must be for, and that no authority above may leave out; null for any.</summary>
    public string? Purpose { get; init; }

    /// <summary>Whether the first certificate must name the purpose, instead of being for all by naming none (RFC 3161 §2.3, RFC 6960 §4.2.2.2).</summary>
    public bool IsPurposeToBeNamed { get; init; }

    /// <summary>user-initial-policy-set, §6.1.1 (c).</summary>
    public IReadOnlyList<string> AcceptablePolicies { get; init; } = [Oids.AnyPolicy];

    /// <summary>initial-explicit-policy, §6.1.1 (f).</summary>
    public bool IsPolicyRequired { get; init; }

    /// <summary>initial-policy-mapping-inhibit, §6.1.1 (e).</summary>
    public bool IsPolicyMappingInhibited { get; init; }

    /// <summary>initial-any-policy-inhibit, §6.1.1 (g).</summary>
    public bool IsAnyPolicyInhibited { get; init; }

    /// <summary>Whether and how strictly revocation is looked at.</summary>
    public RevocationDemand Revocation { get; init; }

    /// <summary>How many certificates a path has at most, the anchor not counted.</summary>
    public int LengthMax { get; init; } = 16;

    /// <summary>How many signatures are tried at most: an attacker's pool must not buy more work.</summary>
    public int SignaturesMax { get; init; } = 128;

    /// <summary>How many whole paths are judged at most.</summary>
    public int PathsMax { get; init; } = 64;
}
