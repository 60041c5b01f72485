using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>A complete list with a delta laid over it: what a complete list would say at the delta's time (RFC 5280 §5.2.4). Neither is copied.</summary>
public sealed class MergedRevocationList
{
    private MergedRevocationList(RevocationList complete, RevocationList delta) => (Complete, Delta) = (complete, delta);

    public RevocationList Complete { get; }

    public RevocationList Delta { get; }

    /// <summary>Every entry that holds: the complete list's in their order as far as the delta leaves them, then what the delta adds.</summary>
    public IEnumerable<RevokedEntry> Entries => Complete.Entries
        .Where(entry => Delta.Find(entry.SerialNumber.Span, entry.CertificateIssuer ?? Complete.Issuer) is null)
        .Concat(Delta.Entries.Where(entry => entry.Reason is not RevocationReason.RemoveFromCrl));

    public static DeltaFit FitOf(RevocationList complete, RevocationList delta)
    {
        ArgumentNullException.ThrowIfNull(complete);
        ArgumentNullException.ThrowIfNull(delta);
        return (complete, delta) switch
        {
            ({ IsDelta: true }, _) => DeltaFit.BaseIsDelta,
            (_, { IsDelta: false }) => DeltaFit.IsNoDelta,
            _ when !complete.Issuer.Equals(delta.Issuer) => DeltaFit.AnotherIssuer,
            _ when !HaveSame(complete, delta, Oids.IssuingDistributionPoint) => DeltaFit.AnotherScope,
            _ when !HaveSame(complete, delta, Oids.AuthorityKeyIdentifier) => DeltaFit.AnotherKey,
            ({ Number: null }, _) or (_, { Number: null }) => DeltaFit.NotNumbered,
            _ when complete.Number < delta.BaseNumber => DeltaFit.BaseTooOld,
            _ when complete.Number >= delta.Number => DeltaFit.NotNewer,
            _ => DeltaFit.Fits,
        };
    }

    /// <exception cref="ArgumentException">They do not fit: ask <see cref="FitOf"/> first.</exception>
    public static MergedRevocationList Of(RevocationList complete, RevocationList delta) => FitOf(complete, delta) is DeltaFit.Fits
        ? new(complete, delta)
        : throw new ArgumentException("The delta does not fit the complete list.", nameof(delta));

    /// <summary>The entry about a certificate of the lists' own issuer; null where it is not revoked, or no longer.</summary>
    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber) => Find(serialNumber, Complete.Issuer);

    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber, DistinguishedName certificateIssuer) => Delta.Find(serialNumber, certificateIssuer) switch
    {
        { Reason: RevocationReason.RemoveFromCrl } => null,
        { } newer => newer,
        null => Complete.Find(serialNumber, certificateIssuer),
    };

    /// <summary>Whether the key signed both: the standard asks for one key.</summary>
    public bool IsSignedBy(PublicKey key) => Complete.IsSignedBy(key) && Delta.IsSignedBy(key);

    private static bool HaveSame(RevocationList complete, RevocationList delta, string oid) =>
        (complete.Extensions.Find(oid), delta.Extensions.Find(oid)) switch
        {
            (null, null) => true,
            (Extension one, Extension other) => one.Value.Span.SequenceEqual(other.Value.Span),
            _ => false,
        };
}
