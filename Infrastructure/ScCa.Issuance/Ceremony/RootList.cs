using NodaTime;
using ScCa.Issuance.Issuing;
using ScCa.Keys;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Issuance.Ceremony;

/// <summary>An authority that a root no longer stands for, and why.</summary>
public sealed record RevokedAuthority(PkiCertificate Certificate, RevocationReason Reason);

/// <summary>
/// The list of a root: which of the authorities that it has certified are revoked. People make it while the root's key is at hand, and it is all that is remembered:
/// the next one takes over number and entries from the newest. A file is there whole or not at all, so that a list whose making was broken off was never given out.
/// </summary>
public sealed class RootList(string folder, KeyAlgorithm algorithm)
{
    /// <summary>How long a list holds: the next ceremony comes before that.</summary>
    public static Duration Holds { get; } = Duration.FromDays(365);

    /// <summary>The newest list; null where there is none.</summary>
    /// <exception cref="AuthorityRefusedException">It is damaged, or not the root's.</exception>
    public RevocationList? Newest(PkiCertificate root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return HierarchyFiles.NewestList(folder, algorithm) is { } path ? Read(path, root) : null;
    }

    /// <summary>Signs the next list and puts it into the folder; whatever was revoked stays so.</summary>
    /// <exception cref="AuthorityRefusedException">The list before is damaged or of a later time, or the root has not issued what is to be revoked.</exception>
    public RevocationList Issue(PkiCertificate root, IKeyHolder key, IReadOnlyList<RevokedAuthority> revoked, Instant at)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(revoked);
        if (revoked.FirstOrDefault(one => !one.Certificate.IsSignedBy(root.PublicKey) || one.Certificate.IsSelfIssued) is { } another)
            throw AuthorityRefusals.NotIssuedByTheRoot(another.Certificate.Subject.ToString());
        // X.509 counts in whole seconds.
        var from = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).ToDateTimeOffset();
        var before = Newest(root);
        if (before is not null && before.ThisUpdate >= from)
            throw AuthorityRefusals.RootListGoesBack(Instant.FromDateTimeOffset(before.ThisUpdate));
        var number = (long)(before?.Number ?? 0) + 1;
        var list = ContentOf(root, number, from).Sign(new AuthorityKey(key), Entries(before, revoked, from));
        PrivateFile.Create(HierarchyFiles.ListFile(folder, algorithm, number), list.Encoded.Span);
        return list;
    }

    /// <summary>A list of this root's, read from its file.</summary>
    /// <inheritdoc cref="Newest"/>
    internal static RevocationList Read(string path, PkiCertificate root)
    {
        try
        {
            var list = RevocationList.FromFile(File.ReadAllBytes(path));
            return list.Number is not null && list.IsSignedBy(root.PublicKey) ? list : throw AuthorityRefusals.RootListDamaged(path);
        }
        catch (PkiRefusedException e)
        {
            throw AuthorityRefusals.RootListDamaged(path, e);
        }
    }

    private static RevocationListContent ContentOf(PkiCertificate root, long number, DateTimeOffset from) => new(
        SignatureAlgorithm.For(root.PublicKey.Kind), root.Subject, from, from + Holds.ToTimeSpan(),
        [KeyIdentifiers.OfAuthority(root.Extensions.SubjectKeyIdentifier), CrlNumber.Of(number)]);

    // Whoever is on the list already stays there with his first reason and time.
    private static IEnumerable<RevokedEntry> Entries(RevocationList? before, IReadOnlyList<RevokedAuthority> revoked, DateTimeOffset at) =>
    [
        .. before?.Entries ?? [],
        .. revoked.DistinctBy(one => Convert.ToHexString(one.Certificate.SerialNumber.Span)).Where(one => before?.Find(one.Certificate.SerialNumber.Span) is null)
            .Select(one => new RevokedEntry(one.Certificate.SerialNumber, at, one.Reason)),
    ];
}
