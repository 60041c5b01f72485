using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Paths;

/// <summary>
/// Whether a certificate was revoked at the instant that is asked about. One that was revoked later was good then: <see cref="RevokedAt"/> and <see cref="Reason"/> say so all
/// the same, for whoever has no trusted time for what was signed.
/// </summary>
/// <param name="RevokedAt">Null where no revocation is known.</param>
/// <param name="Reason">Null where it is not said.</param>
/// <param name="InvalidityDate">Since when the key is thought to be lost; null where it is not said.</param>
/// <param name="KnownAsOf">When the newest list or response that tells it was made; null where nothing is known.</param>
/// <param name="WhyUnknown">Null where it is known.</param>
public sealed record RevocationVerdict(
    RevocationState State, DateTimeOffset? RevokedAt = null, RevocationReason? Reason = null, DateTimeOffset? InvalidityDate = null, DateTimeOffset? KnownAsOf = null,
    PathFinding? WhyUnknown = null)
{
    public static RevocationVerdict NotChecked { get; } = new(RevocationState.NotChecked);

    public bool IsRevokedLater => State is RevocationState.Good && RevokedAt is not null;

    internal static RevocationVerdict Unknown(PathFinding why) => new(RevocationState.Unknown, WhyUnknown: why);

    internal static RevocationVerdict Good(DateTimeOffset knownAsOf) => new(RevocationState.Good, KnownAsOf: knownAsOf);

    /// <summary>What an entry means as of the instant.</summary>
    internal static RevocationVerdict Of(RevokedEntry entry, DateTimeOffset at, DateTimeOffset knownAsOf) =>
        new(entry.RevokedAt <= at ? RevocationState.Revoked : RevocationState.Good, entry.RevokedAt, entry.Reason, entry.InvalidityDate, knownAsOf);
}
