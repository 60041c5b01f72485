using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Issuance.Ceremony;

/// <summary>
/// Makes a hierarchy's certificates in a folder, from the roots downwards, and each root's first list. Each key and each certificate is durable before the next is begun, so that a
/// ceremony that was broken off goes on where it stopped.
/// </summary>
/// <param name="keyOf">Opens the key of a certificate, or makes it where there is none: in a file, or in a token. The ceremony disposes of it.</param>
public sealed class HierarchyCeremony(string folder, HierarchyPlan plan, Func<CertificateRole, KeyAlgorithm, IKeyHolder> keyOf, IRandomSource random)
{
    private const int SerialOctets = 16;

    /// <summary>The certificates in the order in which they were issued, whenever that was.</summary>
    /// <exception cref="IssuanceRefusedException">Something about one of them is not in order.</exception>
    public IReadOnlyList<PkiCertificate> Hold()
    {
        var all = new List<PkiCertificate>();
        foreach (var algorithm in plan.Algorithms)
            all.AddRange(Hold(algorithm));
        return all;
    }

    /// <summary>Opens or makes keys as encrypted files of the folder.</summary>
    /// <param name="iterations">How much work each try of a password takes.</param>
    public static Func<CertificateRole, KeyAlgorithm, IKeyHolder> KeysInFiles(
        string folder, Func<Password> password, int iterations = FileKey.PasswordIterations) => (role, algorithm) =>
    {
        using var secret = password();
        var path = HierarchyFiles.KeyFile(folder, role, algorithm);
        return File.Exists(path) ? FileKey.Open(path, secret.Characters) : FileKey.Create(path, secret.Characters, algorithm, iterations: iterations);
    };

    // A key is asked for only where something is left for it to sign: roots' keys are offline when an office is renewed.
    private List<PkiCertificate> Hold(KeyAlgorithm algorithm)
    {
        var held = new Dictionary<CertificateRole, IKeyHolder>();
        try
        {
            var root = Kept(CertificateRole.Root, algorithm, () => OfficeCertificates.SelfSigned(Key(CertificateRole.Root), PlanOf(CertificateRole.Root, algorithm, LastAfter(plan.RootYears))));
            // The first list is there before anything is issued that names it. Once the issuing authority is certified, the root's key is away.
            if (!File.Exists(HierarchyFiles.CertificateFile(folder, CertificateRole.Issuing, algorithm)) && HierarchyFiles.NewestList(folder, algorithm) is null)
                new RootList(folder, algorithm).Issue(root, Key(CertificateRole.Root), [], plan.At);
            var issuing = Kept(
                CertificateRole.Issuing, algorithm,
                () => Issue(Authority(CertificateRole.Root, root), Key(CertificateRole.Issuing), CertificateRole.Issuing, algorithm, LastAfter(plan.IssuingYears)));
            return
            [
                root, issuing,
                .. OfficesOf(algorithm).Select(role => Kept(role, algorithm, () => Issue(Authority(CertificateRole.Issuing, issuing), Key(role), role, algorithm, LastOf(role)))),
            ];
        }
        finally
        {
            foreach (var key in held.Values)
                key.Dispose();
        }

        IKeyHolder Key(CertificateRole role) => held.TryGetValue(role, out var key) ? key : held[role] = keyOf(role, algorithm);

        IssuingAuthority Authority(CertificateRole role, PkiCertificate certificate) =>
            new(HierarchyFiles.NameOf(role, algorithm), CaCertificate.FromDer(certificate.Encoded.Span), Key(role));
    }

    // A seal maker's key is on SM2 (GB/T 38540); with other algorithms there is none.
    private IEnumerable<CertificateRole> OfficesOf(KeyAlgorithm algorithm) =>
        plan.Offices.Where(role => role != CertificateRole.SealMaker || algorithm == KeyAlgorithm.Sm2);

    private LocalDate LastOf(CertificateRole office) => office == CertificateRole.Ocsp ? Today.PlusDays(plan.ResponderDays) : LastAfter(plan.OfficeYears);

    private PkiCertificate Issue(IssuingAuthority authority, IKeyHolder key, CertificateRole role, KeyAlgorithm algorithm, LocalDate last) =>
        OfficeCertificates.Issue(authority, PublicKey.From(key.SubjectPublicKeyInfo), PlanOf(role, algorithm, last));

    private PkiCertificate Kept(CertificateRole role, KeyAlgorithm algorithm, Func<PkiCertificate> make)
    {
        var path = HierarchyFiles.CertificateFile(folder, role, algorithm);
        if (File.Exists(path))
            return PkiCertificate.FromFile(File.ReadAllBytes(path))[0];
        var made = make();
        PrivateFile.Create(path, Encoding.ASCII.GetBytes(made.ToPem()));
        return made;
    }

    // From the start of the day before, so that machines whose clocks differ a little agree that it is valid, and nothing below begins before what is above.
    private OfficePlan PlanOf(CertificateRole role, KeyAlgorithm algorithm, LocalDate last) =>
        new(role, new(NameOf(role, algorithm), plan.Organization), NewSerial(), Shanghai.StartOf(Today.PlusDays(-1)), last, plan.At) { Profiles = plan.Profiles };

    // Paths are built by name and OCSP asks by its digest (RFC 5280 §6.1, RFC 6960 §4.1.1): two hierarchies under one name would be told apart by trial alone.
    private string NameOf(CertificateRole role, KeyAlgorithm algorithm) => $"{plan.Name} {TitleOf(role)} {HierarchyFiles.TitleOf(algorithm)}";

    private LocalDate Today => Shanghai.DateOf(plan.At);

    private LocalDate LastAfter(int years) => Today.PlusYears(years);

    private SerialNumber NewSerial()
    {
        Span<byte> octets = stackalloc byte[SerialOctets];
        random.Fill(octets);
        return SerialNumber.FromRandom(octets);
    }

    private static string TitleOf(CertificateRole role) => role switch
    {
        CertificateRole.Root => "Root CA",
        CertificateRole.Issuing => "Issuing CA",
        CertificateRole.Ocsp => "OCSP",
        CertificateRole.Timestamp => "TSA",
        CertificateRole.SealMaker => "Seal Maker",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
