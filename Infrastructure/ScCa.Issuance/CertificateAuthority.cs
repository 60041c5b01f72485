using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Lints;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.X509;
using ScCa.Keys;

namespace ScCa.Issuance;

/// <summary>The authority at work: it builds and lints what it is asked to certify, and signs what it has linted, once.</summary>
public sealed class CertificateAuthority : ICertificateAuthority, IDisposable
{
    private readonly CaCertificate issuer;

    private readonly IKeyHolder key;

    private readonly HolderProfile profile;

    private readonly IClock clock;

    private readonly byte[] signatureAlgorithm;

    private readonly LintIssuer lintIssuer;

    private readonly P256Verifier verifier;

    internal CertificateAuthority(CaCertificate issuer, IKeyHolder key, HolderProfile profile, IClock clock)
    {
        if (!issuer.SubjectPublicKeyInfo.Span.SequenceEqual(key.SubjectPublicKeyInfo.Span))
            throw AuthorityRefusals.KeyIsAnother(issuer.SubjectText, key.Name);
        if (clock.GetCurrentInstant() is var now && (now < issuer.NotBefore || now > issuer.NotAfter))
            throw AuthorityRefusals.OutsideValidity(issuer.SubjectText, issuer.NotBefore, issuer.NotAfter);
        this.issuer = issuer;
        this.key = key;
        this.profile = profile;
        this.clock = clock;
        signatureAlgorithm = AlgorithmIdentifier.Of(key.Algorithm);
        lintIssuer = LintIssuer.Of(issuer, signatureAlgorithm);
        verifier = new P256Verifier(issuer.SubjectPublicKeyInfo);
    }

    public CaCertificate Certificate => issuer;

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
        return DisposingOnFailure(key, () => new CertificateAuthority(issuer, key, HolderProfile.From(options.Profile), clock));
    }

    /// <summary>The real authority over a key that someone else holds, such as a hardware module; it is disposed of with the authority.</summary>
    /// <exception cref="AuthorityRefusedException">Certificate and key do not belong together, or it is a demonstration authority.</exception>
    public static CertificateAuthority Over(CaCertificate issuer, IKeyHolder key, HolderProfile profile, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        RefuseDemo(issuer);
        return new CertificateAuthority(issuer, key, profile, clock);
    }

    public ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(key.WhyNotReady() is { } reason ? new AuthorityNotReady(reason.Code, reason.ZhCn, reason.En) : null);
    }

    public ValueTask<PreparedCertificate> Prepare(
        IssuancePlan plan, CertificateSubject subject, SerialNumber serial, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(serial);
        cancellation.ThrowIfCancellationRequested();
        var asked = KeyRequest.TryRead(request, out var refusal) ?? throw new IssuanceRefusedException(refusal!);
        var tbs = ContentOf(plan, subject, serial, asked).Encode();
        var findings = LintBook.Check(tbs, lintIssuer, Shanghai.DateOf(clock.GetCurrentInstant()));
        if (findings.Count > 0)
            throw new IssuanceRefusedException(findings);
        return new(new SingleUseCertificate(this, serial, tbs, key.Name));
    }

    // A crash before this call leaves an intent and no signature, one within it leaves an intent and perhaps a signature, one after it a signature that
    // nobody recorded. The three look alike to whoever restarts, and are all covered by the intent that was durable first: the serial is known, is burned,
    // and is answered as revoked.
    public ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation)
    {
        if (prepared is not SingleUseCertificate mine || !mine.IsFrom(this))
            throw new ArgumentException("Only what this authority itself has prepared is signed.", nameof(prepared));
        cancellation.ThrowIfCancellationRequested();
        var tbs = mine.Take();
        var signature = key.Sign(tbs);
        // A fault in the key's arithmetic can give the key away to whoever sees the faulty signature: nothing is released that does not verify.
        if (!verifier.Verify(tbs, signature))
            throw new CryptographicException($"The key {key.Name} made a signature that does not verify; nothing was released.");
        var certificate = AssembledCertificate.Assemble(tbs, signatureAlgorithm, signature);
        RefuseOtherBytesThanPrepared(certificate, mine.TbsDigest);
        return new(Der.From(certificate));
    }

    public bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return KeyOf(certificate) is { } present && KeyRequest.TryRead(request, out _) is { } asked && asked.SubjectPublicKeyInfo.AsSpan().SequenceEqual(present);
    }

    public bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return KeyOf(certificate) is { } present && EcdsaP256.Verify(present, challenge, signature);
    }

    public void Dispose()
    {
        key.Dispose();
        verifier.Dispose();
    }

    private TbsContent ContentOf(IssuancePlan plan, CertificateSubject subject, SerialNumber serial, KeyRequest asked) => new(
        serial.ToDerInteger(), signatureAlgorithm, issuer.Subject.ToArray(), plan.Validity.NotBefore, plan.Validity.NotAfter,
        HolderProfile.SubjectOf(subject), asked.SubjectPublicKeyInfo, profile.ExtensionsFor(subject, asked.SubjectPublicKeyInfo, issuer));

    // The intent names a digest; what leaves this room is what the digest names, read back from the finished certificate.
    private static void RefuseOtherBytesThanPrepared(byte[] certificate, Digest prepared)
    {
        var signed = Convert.ToHexStringLower(SHA256.HashData(AssembledCertificate.TbsOf(certificate).Span));
        if (signed != prepared.Value)
            throw new CryptographicException("The signed bytes are not the prepared ones; nothing was released.");
    }

    private static byte[]? KeyOf(Der certificate)
    {
        try
        {
            using var parsed = X509CertificateLoader.LoadCertificate(certificate.Bytes.Span);
            return parsed.PublicKey.ExportSubjectPublicKeyInfo();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static void RefuseDemo(CaCertificate issuer)
    {
        if (issuer.IsDemo)
            throw AuthorityRefusals.IsADemoAuthority(issuer.SubjectText);
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
}
