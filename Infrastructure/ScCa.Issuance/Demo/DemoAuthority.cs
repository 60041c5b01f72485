using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.X509;
using ScCa.Keys;

namespace ScCa.Issuance.Demo;

/// <summary>
/// A complete authority for demonstrations: it makes its own key and self-signed certificate in a folder, and says in the name of every certificate that
/// none of this is real. Its password lies next to its key, so the encryption protects nothing; it is there because it is the real one's format.
/// </summary>
public sealed class DemoAuthority : ICertificateAuthority, IStandIn, IDisposable
{
    public const string CertificateFileName = "demo-ca.crt";

    public const string KeyFileName = "demo-ca.key.pem";

    public const string PasswordFileName = "demo-ca.password";

    private const string LockFileName = "demo-ca.lock";

    private const int ValidityYears = 30;

    private const int PasswordOctets = 24;

    private readonly CertificateAuthority authority;

    private DemoAuthority(CertificateAuthority authority) => this.authority = authority;

    public (string ZhCn, string En) StandsInFor => ("签发密钥", "signing key");

    public CaCertificate Certificate => authority.Certificate;

    /// <summary>The authority of this folder; made where there is none. Several processes may open one folder at once.</summary>
    /// <exception cref="AuthorityRefusedException">The folder holds a certificate whose key is gone, or one that is no demonstration's.</exception>
    /// <exception cref="KeyRefusedException">The key or its password must not be used.</exception>
    public static DemoAuthority OpenOrCreate(string folder, IClock clock, IRandomSource random, ProfileOptions? profile = null)
    {
        CreateFolder(folder);
        using var only = FolderLock.Take(folder, LockFileName);
        var certificateFile = Path.Combine(folder, CertificateFileName);
        var key = File.Exists(certificateFile) ? OpenKey(folder) : OpenOrCreateKey(folder, random);
        return CertificateAuthority.DisposingOnFailure(key, () =>
        {
            if (!File.Exists(certificateFile))
                CreateCertificate(certificateFile, key, clock.GetCurrentInstant(), random);
            var issuer = CaCertificate.FromFile(certificateFile);
            if (!issuer.IsDemo)
                throw AuthorityRefusals.NotADemoAuthority(issuer.SubjectText);
            return new DemoAuthority(new CertificateAuthority(issuer, key, HolderProfile.From(profile ?? new ProfileOptions()), clock));
        });
    }

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation) => authority.WhyNotReady(cancellation);

    public ValueTask<PreparedCertificate> Prepare(
        IssuancePlan plan, CertificateSubject subject, SerialNumber serial, ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
        authority.Prepare(plan, subject, serial, request, cancellation);

    public ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation) => authority.Sign(prepared, cancellation);

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request) => authority.HasSameKey(certificate, request);

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature) =>
        authority.VerifyWithKeyOf(certificate, challenge, signature);

    public void Dispose() => authority.Dispose();

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Password, then key, then certificate, each durable before the next: the certificate comes last and is what makes the folder an authority. After a
    // crash on the way there is no certificate, nothing has been signed, and what is there already is used again.
    private static FileKey OpenOrCreateKey(string folder, IRandomSource random)
    {
        if (!File.Exists(Path.Combine(folder, PasswordFileName)))
            CreatePassword(Path.Combine(folder, PasswordFileName), random);
        var keyFile = Path.Combine(folder, KeyFileName);
        if (File.Exists(keyFile))
            return OpenKey(folder);
        using var password = Password.FromFile(Path.Combine(folder, PasswordFileName));
        return FileKey.Create(keyFile, password.Characters);
    }

    private static FileKey OpenKey(string folder)
    {
        var (keyFile, passwordFile) = (Path.Combine(folder, KeyFileName), Path.Combine(folder, PasswordFileName));
        if (!File.Exists(keyFile) || !File.Exists(passwordFile))
            throw AuthorityRefusals.DemoKeyIsGone(folder);
        using var password = Password.FromFile(passwordFile);
        return FileKey.Open(keyFile, password.Characters);
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

    private static void CreateCertificate(string path, FileKey key, Instant now, IRandomSource random)
    {
        Span<byte> octets = stackalloc byte[16];
        random.Fill(octets);
        var name = NameWriter.Encode(
            (Oids.CountryName, "CN"), (Oids.OrganizationName, "ScCa DEMO"), (Oids.OrganizationalUnitName, DemoMark.OrganizationalUnit),
            (Oids.CommonName, "ScCa DEMO CA - not a real certificate / 演示"));
        var today = Shanghai.DateOf(now);
        var algorithm = AlgorithmIdentifier.Of(key.Algorithm);
        // A day early, so that machines whose clocks differ a little agree that it is valid.
        var tbs = new TbsContent(
            SerialNumber.FromRandom(octets).ToDerInteger(), algorithm, name, Shanghai.StartOf(today.PlusDays(-1)),
            Shanghai.LastSecondOf(today.PlusYears(ValidityYears)), name, key.SubjectPublicKeyInfo.ToArray(), ExtensionsFor(key)).Encode();
        var certificate = CaCertificate.FromDer(AssembledCertificate.Assemble(tbs, algorithm, key.Sign(tbs)));
        PrivateFile.Create(path, Encoding.ASCII.GetBytes(certificate.ToPem() + "\n"));
    }

    private static IReadOnlyList<X509Extension> ExtensionsFor(FileKey key) =>
    [
        X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0),
        new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true),
        new X509SubjectKeyIdentifierExtension(PublicKey.CreateFromSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _), critical: false),
    ];
}
