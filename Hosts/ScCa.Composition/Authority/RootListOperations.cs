using NodaTime;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Pki.RevocationLists;

namespace ScCa.Composition.Authority;

/// <summary>Issues roots' lists in a ceremony: each root's key is opened for its own list, and closed again.</summary>
public static class RootListOperations
{
    public const string DefaultReason = "ca-compromise";

    private static readonly Dictionary<string, RevocationReason> ByName = new(StringComparer.Ordinal)
    {
        [DefaultReason] = RevocationReason.CaCompromise,
        ["affiliation-changed"] = RevocationReason.AffiliationChanged,
        ["superseded"] = RevocationReason.Superseded,
        ["cessation-of-operation"] = RevocationReason.CessationOfOperation,
        ["privilege-withdrawn"] = RevocationReason.PrivilegeWithdrawn,
    };

    public static IReadOnlyCollection<string> Reasons => ByName.Keys;

    /// <summary>Issues the next list of each root that is named, and shows them.</summary>
    /// <exception cref="OperationRefusedException">A root's certificate or key is not there, its last list is damaged, or it has not issued what is to be revoked.</exception>
    /// <param name="authority">The ceremony's folder and the keys' password.</param>
    /// <param name="algorithms">Which roots: some of <see cref="CeremonyOperations.AlgorithmNames"/>.</param>
    /// <param name="revokedFiles">Certificates of authorities that are to be revoked; each root revokes those that it has issued.</param>
    /// <param name="reason">One of <see cref="Reasons"/>.</param>
    public static RevocationListsReport Issue(AuthorityFolder? authority, IReadOnlyList<string> algorithms, IReadOnlyList<string> revokedFiles, string reason)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        ArgumentNullException.ThrowIfNull(revokedFiles);
        if (authority is null)
            throw OperationRefusals.AuthorityFolderMissing();
        if (algorithms.Count == 0)
            throw OperationRefusals.RootNotNamed();
        var now = SystemClock.Instance.GetCurrentInstant();
        var shown = CeremonyOperations.Show(authority.Folder);
        if (shown.Offices.Any(office => office.Remarks.Contains("demo")))
            throw OperationRefusals.DemoMark();
        using var only = FolderLock.Take(authority.Folder, CeremonyOperations.LockFile);
        List<Root> roots = [.. algorithms.Distinct().Select(name => RootOf(authority.Folder, CeremonyOperations.AlgorithmOf(name)))];
        var revoked = GivenFile.Certificates(revokedFiles).Select(certificate => new RevokedAuthority(certificate, ByName[reason])).ToList();
        if (revoked.FirstOrDefault(one => !roots.Any(root => IsIssuedBy(one, root))) is { } lost)
            throw OperationRefusals.IssuerIsAnother(lost.Certificate.Subject.ToString());
        var issued = roots.Select(root => Issue(authority, root, [.. revoked.Where(one => IsIssuedBy(one, root))], now)).ToList();
        return new(issued.Count, issued);
    }

    private static bool IsIssuedBy(RevokedAuthority revoked, Root root) => revoked.Certificate.IsSignedBy(root.Certificate.PublicKey);

    private static RevocationListShown Issue(AuthorityFolder authority, Root root, IReadOnlyList<RevokedAuthority> revoked, Instant now) => Refusing.Told(() =>
    {
        using var password = Password.FromFile(authority.PasswordFile);
        using var key = FileKey.Open(root.KeyFile, password.Characters);
        if (!key.SubjectPublicKeyInfo.Span.SequenceEqual(root.Certificate.PublicKey.SubjectPublicKeyInfo.Span))
            throw OperationRefusals.KeyIsAnother(root.KeyFile);
        var list = new RootList(authority.Folder, root.Algorithm).Issue(root.Certificate, key, revoked, now);
        var number = (long)list.Number!.Value;
        return new RevocationListShown(
            HierarchyFiles.NameOf(CertificateRole.Root, root.Algorithm), number, null, list.ThisUpdate, list.NextUpdate!.Value, list.Count,
            Path.GetFullPath(HierarchyFiles.ListFile(authority.Folder, root.Algorithm, number)));
    });

    // Everything that can be known to be missing is told before the first list is signed.
    private static Root RootOf(string folder, KeyAlgorithm algorithm)
    {
        var (certificate, key) = (HierarchyFiles.CertificateFile(folder, CertificateRole.Root, algorithm), HierarchyFiles.KeyFile(folder, CertificateRole.Root, algorithm));
        var root = new Root(algorithm, GivenFile.Certificates(certificate)[0], key);
        return File.Exists(key) ? root : throw OperationRefusals.RootKeyIsAway(key);
    }

    private sealed record Root(KeyAlgorithm Algorithm, PkiCertificate Certificate, string KeyFile);
}
