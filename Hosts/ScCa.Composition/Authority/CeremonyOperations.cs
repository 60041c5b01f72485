using NodaTime;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki;

namespace ScCa.Composition.Authority;

/// <summary>Holds the authority's ceremony in a folder, and shows what it has made. Broken off, it is gone on with by the same order.</summary>
public static class CeremonyOperations
{
    internal const string LockFile = "ceremony.lock";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly Dictionary<string, KeyAlgorithm> Algorithms = new(StringComparer.Ordinal)
    {
        ["sm2"] = KeyAlgorithm.Sm2,
        ["p256"] = KeyAlgorithm.EcdsaP256,
        ["rsa"] = KeyAlgorithm.RsaPkcs1,
    };

    public static IReadOnlyCollection<string> AlgorithmNames => Algorithms.Keys;

    internal static KeyAlgorithm AlgorithmOf(string name) => Algorithms[name];

    /// <summary>Makes what is missing: keys, certificates and the key archive. What is there is never made again.</summary>
    /// <exception cref="OperationRefusedException">Names or custodians are unfit, the folder is another's or a demonstration's, or a key is away.</exception>
    /// <exception cref="StartUpRefusedException">The data folder belongs to a demonstration.</exception>
    public static CeremonyReport Hold(CeremonyOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var now = SystemClock.Instance.GetCurrentInstant();
        var plan = PlanOf(order, now);
        RefuseUnfit(order, plan);
        CreateFolder(order.Folder);
        using var only = FolderLock.Take(order.Folder, LockFile);
        var before = AuthorityShown.Of(order.Folder, now);
        RefuseOthers(before, plan);
        var data = new DataFolder(new ScCaOptions { DataFolder = order.DataFolder });
        var shares = order.Archive is { } wanted && !KeyArchive.IsIn(data.KeyArchive) ? Found(wanted, data) : [];
        Refusing.Told(() => new HierarchyCeremony(order.Folder, plan, KeysOf(order), new SystemRandomSource()).Hold());
        var after = AuthorityShown.Of(order.Folder, now);
        return new(
            after, [.. Held(after).Except(Held(before))],
            [.. plan.Algorithms.Select(algorithm => HierarchyFiles.KeyFile(after.Folder, CertificateRole.Root, algorithm)).Where(File.Exists)],
            KeyArchive.IsIn(data.KeyArchive) ? data.KeyArchive : null, shares);
    }

    /// <summary>Lists certificates and keys of a ceremony's folder. No key is opened.</summary>
    /// <exception cref="OperationRefusedException">There are none, or one cannot be read.</exception>
    public static AuthorityShown Show(string folder) => AuthorityShown.Of(folder, SystemClock.Instance.GetCurrentInstant()) is { Offices.Count: > 0 } shown
        ? shown
        : throw OperationRefusals.NoAuthorityIn(folder);

    private static HierarchyPlan PlanOf(CeremonyOrder order, Instant now) =>
        new(order.Organization.Trim(), order.Name.Trim(), now)
        {
            Algorithms = [.. order.Algorithms.Distinct().Select(name => Algorithms[name])],
            // The hosts' own: addresses of lists and status stand in authorities' certificates as in holders'.
            Profiles = Refusing.Told(() => AuthorityRecords.ProfilesOf(new DataFolder(new ScCaOptions { DataFolder = order.DataFolder }))),
        };

    private static IEnumerable<string> Held(AuthorityShown shown) => shown.Offices.Where(office => office.Certificate is not null).Select(office => office.Name);

    // Everything that can be known to be wrong is told before the first key is made.
    private static void RefuseUnfit(CeremonyOrder order, HierarchyPlan plan)
    {
        if (plan.CarriesDemoMark)
            throw OperationRefusals.DemoMark();
        Refusing.Told(() =>
        {
            Password.FromFile(order.PasswordFile).Dispose();
            return true;
        });
        if (order.Archive is { } archive
            && (archive.Custodians.Distinct(StringComparer.OrdinalIgnoreCase).Count() != archive.Custodians.Count || archive.Custodians.Count < 2
                || archive.Threshold < 2 || archive.Threshold > archive.Custodians.Count))
            throw OperationRefusals.CustodiansUnfit();
        var data = new DataFolder(new ScCaOptions { DataFolder = order.DataFolder });
        if (data.IsDemo)
            throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(data.Root));
    }

    private static void RefuseOthers(AuthorityShown shown, HierarchyPlan plan)
    {
        if (shown.Offices.Any(office => office.Remarks.Contains("demo")))
            throw OperationRefusals.DemoMark();
        foreach (var file in Held(shown).Select(name => Path.Combine(shown.Folder, name + ".crt")))
        {
            var subject = GivenFile.Certificates(file)[0].Subject;
            if (subject.Find(Oids.OrganizationName) != plan.Organization || subject.Find(Oids.CommonName)?.StartsWith($"{plan.Name} ", StringComparison.Ordinal) is not true)
                throw OperationRefusals.NamedOtherwise(subject.ToString());
        }
    }

    // A key is made with its certificate or before it, never after: a second key beside a certificate would be nobody's.
    private static Func<CertificateRole, KeyAlgorithm, IKeyHolder> KeysOf(CeremonyOrder order)
    {
        var keys = HierarchyCeremony.KeysInFiles(order.Folder, () => Password.FromFile(order.PasswordFile));
        return (role, algorithm) =>
        {
            var file = HierarchyFiles.KeyFile(order.Folder, role, algorithm);
            return File.Exists(file) || !File.Exists(HierarchyFiles.CertificateFile(order.Folder, role, algorithm)) ? keys(role, algorithm) : throw OperationRefusals.KeyIsAway(file);
        };
    }

    private static List<ShareHandedOut> Found(ArchiveOrder order, DataFolder data)
    {
        List<ShareHandedOut> shares = [];
        data.Create();
        CreateFolder(data.KeyArchive);
        CreateFolder(order.SharesFolder);
        Refusing.Told(() =>
        {
            KeyArchive.Found(data.KeyArchive, order.Custodians, order.Threshold, share =>
            {
                // Named after the archive's key: shares of a founding that was broken off, which are of no archive, are never taken for these.
                var file = Path.Combine(Path.GetFullPath(order.SharesFolder), $"{share.Archive}.{share.Number}.share");
                share.WriteTo(file);
                shares.Add(new(share.Custodian, share.Number, file));
            });
            return true;
        });
        return shares;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
