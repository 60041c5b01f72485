using NodaTime;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Journal;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.Revocation;
using ScCa.Issuance.Seals;
using ScCa.Issuance.Timestamps;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.Issuance.Offices;

/// <summary>
/// What a ceremony's folder holds beside the issuing authorities: responders, timestamp authorities and the seal maker, each opened where its certificate and
/// key are there. Roots' keys are never opened: they belong offline.
/// </summary>
public sealed class AuthorityOffices : IDisposable
{
    /// <summary>Those that a hierarchy may have, each with an authority of its own.</summary>
    public static IReadOnlyList<KeyAlgorithm> Algorithms { get; } = [KeyAlgorithm.Sm2, KeyAlgorithm.EcdsaP256, KeyAlgorithm.RsaPkcs1];

    private readonly List<IDisposable> held = [];
    private readonly List<StatusOffice> status = [];
    private readonly List<TimestampOffice> timestamps = [];
    private readonly Dictionary<string, PkiCertificate> certificates = new(StringComparer.Ordinal);

    private AuthorityOffices(string folder) => RootLists = new(folder, certificates);

    public IReadOnlyList<StatusOffice> Status => status;

    public IReadOnlyList<TimestampOffice> Timestamps => timestamps;

    /// <summary>Null where the folder has none.</summary>
    public SealOffice? Seals { get; private set; }

    /// <summary>Every certificate of the folder by its name, such as <c>issuing-sm2</c>.</summary>
    public IReadOnlyDictionary<string, PkiCertificate> Certificates => certificates;

    /// <summary>The issuing authorities by name: their lists are issued from the history.</summary>
    public IReadOnlyList<string> Listed =>
        [.. Algorithms.Select(algorithm => HierarchyFiles.NameOf(CertificateRole.Issuing, algorithm)).Where(certificates.ContainsKey)];

    /// <summary>What the folder's roots have revoked.</summary>
    public RootListShelf RootLists { get; }

    /// <param name="timestamping">Null where no timestamps are to be given.</param>
    /// <param name="journal">Where the seal maker's signatures are noted before they are made; null where no seals are to be made: then its key is not opened.</param>
    /// <exception cref="KeyRefusedException">A key or its password must not be used.</exception>
    /// <exception cref="AuthorityRefusedException">A key is not its certificate's, or a demonstration's certificate lies in a real folder.</exception>
    public static AuthorityOffices Open(
        string folder, Func<Password> password, bool isDemo, IClock clock, TimestampAuthorityOptions? timestamping, IReadOnlyList<IClockSource> clocks,
        SignatureJournal? journal)
    {
        var offices = new AuthorityOffices(folder);
        return CertificateAuthority.DisposingOnFailure(offices, () =>
        {
            foreach (var algorithm in Algorithms)
                offices.OpenAll(folder, algorithm, password, isDemo, clock, timestamping, clocks, journal);
            return offices;
        });
    }

    public void Dispose()
    {
        foreach (var one in held)
            one.Dispose();
    }

    private void OpenAll(
        string folder, KeyAlgorithm algorithm, Func<Password> password, bool isDemo, IClock clock, TimestampAuthorityOptions? timestamping,
        IReadOnlyList<IClockSource> clocks, SignatureJournal? journal)
    {
        foreach (var role in Enum.GetValues<CertificateRole>().Where(HasFile))
        {
            if (Read(HierarchyFiles.CertificateFile(folder, role, algorithm)) is { } certificate)
                certificates.Add(HierarchyFiles.NameOf(role, algorithm), certificate);
        }

        if (Find(CertificateRole.Issuing, algorithm) is not { } issuing)
            return;
        if (CaCertificate.FromDer(issuing.Encoded.Span) is { IsDemo: true } demo && !isDemo)
            throw AuthorityRefusals.IsADemoAuthority(demo.SubjectText);
        IReadOnlyList<PkiCertificate> path = Find(CertificateRole.Root, algorithm) is { } root ? [issuing, root] : [issuing];
        IReadOnlyList<PkiCertificate> ceremonial = [.. certificates.Values];
        Open(folder, CertificateRole.Ocsp, algorithm, password, (certificate, key) =>
            status.Add(Held(new StatusOffice(issuing, KeyName.Of(issuing.PublicKey.SubjectPublicKeyInfo.Span), certificate, key, ceremonial))));
        if (timestamping is not null)
            Open(folder, CertificateRole.Timestamp, algorithm, password, (certificate, key) => timestamps.Add(Held(new TimestampOffice(OptionsFor(timestamping, issuing), certificate, key, path, clocks))));
        if (journal is not null)
            Open(folder, CertificateRole.SealMaker, algorithm, password, (certificate, key) => Seals = Held(new SealOffice(certificate, key, path, clock, journal)));
    }

    private static bool HasFile(CertificateRole role) =>
        role is CertificateRole.Root or CertificateRole.Issuing or CertificateRole.Ocsp or CertificateRole.Timestamp or CertificateRole.SealMaker;

    // Whoever asks with SHA-2 is no reader of SM3, and the other way round.
    private static TimestampAuthorityOptions OptionsFor(TimestampAuthorityOptions options, PkiCertificate issuing) => issuing.PublicKey.Kind == PublicKeyKind.Sm2
        ? options
        : options with { Digests = [.. options.Digests.Where(digest => digest != DigestAlgorithm.Sm3)] };

    private void Open(string folder, CertificateRole role, KeyAlgorithm algorithm, Func<Password> password, Action<PkiCertificate, IKeyHolder> open)
    {
        var file = HierarchyFiles.KeyFile(folder, role, algorithm);
        if (Find(role, algorithm) is not { } certificate || !File.Exists(file))
            return;
        using var secret = password();
        var key = FileKey.Open(file, secret.Characters);
        CertificateAuthority.DisposingOnFailure(key, () =>
        {
            open(certificate, key);
            return true;
        });
    }

    private T Held<T>(T office) where T : IDisposable
    {
        held.Add(office);
        return office;
    }

    private PkiCertificate? Find(CertificateRole role, KeyAlgorithm algorithm) => certificates.GetValueOrDefault(HierarchyFiles.NameOf(role, algorithm));

    private static PkiCertificate? Read(string file) => File.Exists(file) ? PkiCertificate.FromFile(File.ReadAllBytes(file))[0] : null;
}
