using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Journal;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.Revocation;
using ScCa.Keys;

namespace ScCa.Issuance.Demo;

/// <summary>
/// A complete authority for demonstrations: it holds its own ceremony in a folder (an SM2 hierarchy that issues pairs, and a P-256 twin), founds a key archive,
/// and says in the name of every certificate that none of this is real. Passwords and shares lie next to what they protect, so they protect nothing; they are
/// there because the real one has them.
/// </summary>
public sealed class DemoAuthority : ICertificateAuthority, IStandIn, IDisposable
{
    /// <summary>All authorities' certificates; it is made last, and is what makes the folder an authority.</summary>
    public const string CertificateFileName = "demo-ca.crt";

    public const string KeyFileName = "issuing-sm2.key.pem";

    public const string PasswordFileName = "demo-ca.password";

    private const string LockFileName = "demo-ca.lock";

    private const int PasswordOctets = 24;

    // The password is 192 random bits, which no stretching makes better.
    private const int PasswordIterations = 1;

    private static readonly string[] Custodians = ["demo-custodian-1", "demo-custodian-2", "demo-custodian-3"];

    private static readonly KeyAlgorithm[] Algorithms = [KeyAlgorithm.Sm2, KeyAlgorithm.EcdsaP256];

    private readonly CertificateAuthority authority;

    private readonly KeyArchive archive;

    private readonly SignatureJournal journal;

    private DemoAuthority(CertificateAuthority authority, KeyArchive archive, SignatureJournal journal) =>
        (this.authority, this.archive, this.journal) = (authority, archive, journal);

    public (string ZhCn, string En) StandsInFor => ("签发密钥", "signing key");

    /// <summary>The SM2 issuing authority's.</summary>
    public CaCertificate Certificate => authority.Certificate;

    public IKeyManagement KeyManagement => archive;

    public IReadOnlyList<IssuingAuthority> Issuers => authority.Issuers;

    public IReadOnlyList<ListedAuthority> Listed => authority.Listed;

    public SignatureJournal Journal => journal;

    /// <summary>The authority of this folder; made where there is none. Several processes may open one folder at once.</summary>
    /// <exception cref="AuthorityRefusedException">The folder holds a certificate whose key is gone, or one that is no demonstration's.</exception>
    /// <exception cref="KeyRefusedException">The key or its password must not be used.</exception>
    public static DemoAuthority OpenOrCreate(string folder, IClock clock, IRandomSource random, ProfileBook? profiles = null)
    {
        CreateFolder(folder);
        using var only = FolderLock.Take(folder, LockFileName);
        if (!File.Exists(Path.Combine(folder, CertificateFileName)))
            Create(folder, clock.GetCurrentInstant(), random);
        var journal = SignatureJournal.Open(folder, clock);
        return CertificateAuthority.DisposingOnFailure(journal, () =>
        {
            var issuers = Algorithms.Select(algorithm => Open(folder, algorithm, journal)).ToList();
            var archive = KeyArchive.Open(folder);
            return CertificateAuthority.DisposingOnFailure(
                archive, () => new DemoAuthority(new CertificateAuthority([.. issuers], profiles ?? ProfileBook.Defaults, archive, clock), archive, journal));
        });
    }

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => authority.WhyNotReady(cancellation);

    public ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
        authority.Prepare(plan, subject, serials, request, cancellation);

    public ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation) => authority.Sign(prepared, cancellation);

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => authority.HasSameKey(certificate, request);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) =>
        authority.VerifyWithKeyOf(certificate, challenge, signature);

    public void Dispose()
    {
        authority.Dispose();
        archive.Dispose();
        journal.Dispose();
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Password, keys and certificates, archive, and at last the file of all certificates, each durable before the next. After a crash on the way that file is
    // not there, nothing has been signed for anybody, and what is there already is used again.
    private static void Create(string folder, Instant now, IRandomSource random)
    {
        var passwordFile = Path.Combine(folder, PasswordFileName);
        if (!File.Exists(passwordFile))
            CreatePassword(passwordFile, random);
        var plan = new HierarchyPlan("ScCa DEMO", "ScCa DEMO - not a real certificate / 演示", now)
        {
            Algorithms = [.. Algorithms], Offices = [CertificateRole.Ocsp, CertificateRole.Timestamp, CertificateRole.SealMaker], Profiles = DemoProfiles.Book,
        };
        var keys = HierarchyCeremony.KeysInFiles(folder, () => Password.FromFile(passwordFile), PasswordIterations);
        var certificates = new HierarchyCeremony(folder, plan, keys, random).Hold();
        if (!KeyArchive.IsIn(folder))
            FoundArchive(folder);
        var authorities = certificates.Where(certificate => certificate.Extensions.BasicConstraints is { IsAuthority: true });
        PrivateFile.Create(Path.Combine(folder, CertificateFileName), Encoding.ASCII.GetBytes(string.Concat(authorities.Select(certificate => certificate.ToPem()))));
    }

    private static void FoundArchive(string folder) => KeyArchive.Found(folder, Custodians, threshold: 2, share =>
    {
        // A ceremony that was broken off left shares of a key that never came to be.
        var path = Path.Combine(folder, share.Custodian + ".share");
        File.Delete(path);
        share.WriteTo(path);
    });

    private static IssuingAuthority Open(string folder, KeyAlgorithm algorithm, SignatureJournal journal)
    {
        var certificate = CaCertificate.FromFile(HierarchyFiles.CertificateFile(folder, CertificateRole.Issuing, algorithm));
        if (!certificate.IsDemo)
            throw AuthorityRefusals.NotADemoAuthority(certificate.SubjectText);
        var (keyFile, passwordFile) = (HierarchyFiles.KeyFile(folder, CertificateRole.Issuing, algorithm), Path.Combine(folder, PasswordFileName));
        if (!File.Exists(keyFile) || !File.Exists(passwordFile))
            throw AuthorityRefusals.DemoKeyIsGone(folder);
        using var password = Password.FromFile(passwordFile);
        var key = FileKey.Open(keyFile, password.Characters);
        return CertificateAuthority.DisposingOnFailure(key, () => new IssuingAuthority(HierarchyFiles.NameOf(CertificateRole.Issuing, algorithm), certificate, key, journal));
    }

    private static void CreatePassword(string path, IRandomSource random)
    {
        Span<byte> octets = stackalloc byte[PasswordOctets];
        Span<byte> text = stackalloc byte[PasswordOctets * 2];
        random.Fill(octets);
        Convert.TryToHexStringLower(octets, text, out _);
        PrivateFile.Create(path, text);
        CryptographicOperations.ZeroMemory(octets);
        CryptographicOperations.ZeroMemory(text);
    }
}
