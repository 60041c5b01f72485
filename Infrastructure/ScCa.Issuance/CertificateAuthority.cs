using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Building;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.Revocation;
using ScCa.Keys;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Issuance;

/// <summary>
/// The authority at work: it builds and lints what it is asked to certify, has encryption key pairs made, and signs what it has linted, once. One or several
/// issuing authorities stand behind it; the profile says which.
/// </summary>
public sealed class CertificateAuthority : ICertificateAuthority, IDisposable
{
    // What the journal calls what is signed here.
    private const string Purpose = "certificate";

    private readonly ImmutableArray<IssuingAuthority> issuers;

    private readonly ProfileBook profiles;

    private readonly IKeyManagement? keyManagement;

    private readonly IClock clock;

    internal CertificateAuthority(ImmutableArray<IssuingAuthority> issuers, ProfileBook profiles, IKeyManagement? keyManagement, IClock clock)
    {
        (this.issuers, this.profiles, this.keyManagement, this.clock) = (issuers, profiles, keyManagement, clock);
        var now = clock.GetCurrentInstant();
        if (issuers.FirstOrDefault(issuer => !issuer.IsValidAt(now)) is { Certificate: { } expired })
            throw AuthorityRefusals.OutsideValidity(expired.SubjectText, expired.NotBefore, expired.NotAfter);
        if (issuers.FirstOrDefault(issuer => issuer.Certificate.IsRoot) is { Certificate: { } root })
            throw AuthorityRefusals.RootIsOnline(root.SubjectText);
        if (profiles.All.FirstOrDefault(profile => profile.Role == CertificateRole.Holder && IssuerOf(profile) is null) is { } lost)
            throw AuthorityRefusals.IssuerUnknown(lost.Name, lost.Issuer!);
    }

    /// <summary>The certificate of the first issuing authority.</summary>
    public CaCertificate Certificate => issuers[0].Certificate;

    public IReadOnlyList<IssuingAuthority> Issuers => issuers;

    /// <summary>Every issuing authority, with the addresses of its deltas that holders' profiles give.</summary>
    public IReadOnlyList<ListedAuthority> Listed => [.. issuers.Select(issuer => new ListedAuthority(issuer, DeltaAddressesOf(issuer)))];

    /// <summary>Opens the real authority from its files.</summary>
    /// <exception cref="AuthorityRefusedException">Certificate, key or profile must not be used; a demonstration authority is refused by name.</exception>
    /// <exception cref="KeyRefusedException">The key file must not be used.</exception>
    public static CertificateAuthority Open(AuthorityOptions options, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        var issuer = CaCertificate.FromFile(options.CertificateFile);
        RefuseDemo(issuer);
        using var password = options.Password();
        var key = FileKey.Open(options.KeyFile, password.Characters);
        return DisposingOnFailure(key, () =>
            new CertificateAuthority([new IssuingAuthority(options.Name, issuer, key, options.Journal)], options.Profiles, options.KeyManagement, clock));
    }

    /// <summary>The real authority over keys that someone else holds, such as a hardware module; the issuing authorities are disposed of with it.</summary>
    /// <exception cref="AuthorityRefusedException">A certificate is not valid now, or a demonstration authority's.</exception>
    public static CertificateAuthority Over(IReadOnlyList<IssuingAuthority> issuers, ProfileBook profiles, IKeyManagement? keyManagement, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(issuers);
        ArgumentOutOfRangeException.ThrowIfZero(issuers.Count, nameof(issuers));
        foreach (var issuer in issuers)
            RefuseDemo(issuer.Certificate);
        return new CertificateAuthority([.. issuers], profiles, keyManagement, clock);
    }

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(issuers.Select(issuer => issuer.WhyNotReady()).FirstOrDefault(reason => reason is not null));
    }

    public async ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(serials);
        cancellation.ThrowIfCancellationRequested();
        var key = KeyRequest.TryRead(request, out var refusal) ?? throw new IssuanceRefusedException(refusal!);
        var profile = ProfileFor(plan.Platform, subject.Kind, key, plan.Validity);
        var now = clock.GetCurrentInstant();
        var issuer = IssuerOf(profile) is { } found && found.IsValidAt(now) ? found : throw new IssuanceRefusedException(RequestFindings.AuthorityNotValid);
        var values = SubjectValues.Of(subject);
        var order = new CertificateOrder(
            serials.Signing, plan.Validity.NotBefore, plan.Validity.NotAfter, profile.Subject.Encode(values), key.SubjectPublicKeyInfo, key.KeyBits,
            profile.IdentitiesOf(values));
        var signing = issuer.Prepare(profile, isEncryption: false, order, Shanghai.DateOf(now));
        return new(signing, profile.IsPair ? await PrepareEncryption(issuer, profile, order, serials.Encryption, key, now, cancellation).ConfigureAwait(false) : null);
    }

    public async ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation)
    {
        if (prepared is not SingleUseCertificate mine || !issuers.Contains(mine.Authority))
            throw new ArgumentException("Only what this authority itself has prepared is signed.", nameof(prepared));
        cancellation.ThrowIfCancellationRequested();
        return Der.From(await mine.Authority.Sign(mine, Purpose, cancellation).ConfigureAwait(false));
    }

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return KeyOf(certificate) is { } present && KeyRequest.TryRead(request, out _) is { } asked && asked.Equals(present);
    }

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return KeyOf(certificate) is { } present && present.Verify(SignatureAlgorithm.For(present.Kind), challenge, signature);
    }

    public void Dispose()
    {
        foreach (var issuer in issuers)
            issuer.Dispose();
    }

    internal static T DisposingOnFailure<T>(IDisposable held, Func<T> make)
    {
        try
        {
            return make();
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    // The signature certificate has passed its lints before this: nothing is archived for what is refused.
    private async ValueTask<PreparedEncryption> PrepareEncryption(
        IssuingAuthority issuer, CertificateProfile profile, CertificateOrder signing, SerialNumber serial, PublicKey recipient, Instant now, CancellationToken cancellation)
    {
        if (keyManagement is null)
            throw new IssuanceRefusedException(RequestFindings.KeyManagementMissing);
        var pair = await keyManagement.Apply(new(serial, recipient.Sm2!, signing.NotAfter, now), cancellation).ConfigureAwait(false);
        var key = PublicKey.From(pair.PublicKey);
        var order = signing with { Serial = serial, SubjectPublicKeyInfo = key.SubjectPublicKeyInfo, KeyBits = key.KeyBits };
        return new(issuer.Prepare(profile, isEncryption: true, order, Shanghai.DateOf(now)), Der.From(pair.EnvelopedKey.Span));
    }

    private CertificateProfile ProfileFor(PlatformId platform, HolderKind kind, PublicKey key, Validity validity)
    {
        var profile = profiles.ForHolder(platform, kind, AcceptedKey.Of(key)) ?? throw new IssuanceRefusedException(RequestFindings.KeyNotAccepted);
        return profile.DaysMax is { } days && validity.NotAfter - validity.NotBefore > Duration.FromDays(days)
            ? throw new IssuanceRefusedException(RequestFindings.ValidityTooLong(days))
            : profile;
    }

    private IssuingAuthority? IssuerOf(CertificateProfile profile) => profile.Issuer is { } name
        ? issuers.FirstOrDefault(issuer => issuer.Name == name)
        : issuers.FirstOrDefault(issuer => profile.Keys.Any(key => key.Kind == issuer.Certificate.Certificate.PublicKey.Kind)) ?? issuers[0];

    private IReadOnlyList<string> DeltaAddressesOf(IssuingAuthority issuer) =>
    [
        .. profiles.All.Where(profile => profile.Role == CertificateRole.Holder && IssuerOf(profile) == issuer)
            .SelectMany(profile => profile.Pointers.DeltasOf(issuer.Name)).Distinct(),
    ];

    private static PublicKey? KeyOf(Der certificate)
    {
        try
        {
            return PkiCertificate.From(certificate.Bytes).PublicKey;
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }

    private static void RefuseDemo(CaCertificate issuer)
    {
        if (issuer.IsDemo)
            throw AuthorityRefusals.IsADemoAuthority(issuer.SubjectText);
    }
}
