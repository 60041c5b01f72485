using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;

namespace ScCa.Pki.Timestamps;

/// <summary>How a timestamp authority works.</summary>
/// <param name="Policy">Stands in tokens whose requests name none.</param>
public sealed record TimestampAuthorityOptions(string Policy)
{
    /// <summary>Further policies that may be asked for.</summary>
    public IReadOnlyList<string> MorePolicies { get; init; } = [];

    /// <summary>The hashes whose imprints are stamped.</summary>
    public IReadOnlyList<DigestAlgorithm> Digests { get; init; } = [DigestAlgorithm.Sm3, DigestAlgorithm.Sha256, DigestAlgorithm.Sha384, DigestAlgorithm.Sha512];

    /// <summary>GM/T 0033 wants its own types with SM2; most readers know those of RFC 5652 alone.</summary>
    public MessageProfile Profile { get; init; } = MessageProfile.Rfc5652;

    /// <summary>How many clocks have to answer.</summary>
    public int ClocksMin { get; init; } = 2;

    /// <summary>How far the earliest and the latest answer may lie apart.</summary>
    public TimeSpan DisagreementMax { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What an accuracy may be at worst.</summary>
    public TimeSpan AccuracyMax { get; init; } = TimeSpan.FromSeconds(1);
}
