using System.Collections.Immutable;

namespace ScCa.Seals.Verification;

/// <summary>What the standards leave to whoever verifies.</summary>
public sealed record SealPolicy
{
    public static SealPolicy Usual { get; } = new();

    /// <summary>A certificate revoked after the signing: only a trusted timestamp shows that the signing came first.</summary>
    public bool RevokedSinceNeedsTimestamp { get; init; } = true;

    /// <summary>A certificate expired after the signing.</summary>
    public bool ExpiredSinceNeedsTimestamp { get; init; }

    public bool AcceptsUnknownRevocation { get; init; }

    /// <summary>Files of an OFD that a signature says nothing about, beside those of signatures.</summary>
    public bool AcceptsUnprotectedFiles { get; init; }

    /// <summary>How far clocks may disagree.</summary>
    public TimeSpan ClockSkewMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after the time that the signer says its timestamp may be made.</summary>
    public TimeSpan TimestampDelayMax { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Critical extensions that the caller understands.</summary>
    public ImmutableHashSet<string> KnownExtensions { get; init; } = [];
}
