using System.Collections.Concurrent;
using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance.Building;
using ScCa.Issuance.Journal;
using ScCa.Issuance.Lints;
using ScCa.Issuance.Lints.Reading;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Issuing;

/// <summary>
/// One authority's certificate and key, and what it makes of an order: bytes that are built and linted, and then signed once. The key is its own and is
/// disposed of with it. <b>Concurrency</b>: safe from any thread.
/// </summary>
public sealed class IssuingAuthority : IDisposable
{
    private readonly AuthorityKey key;

    private readonly SignatureJournal? journal;

    private readonly LintIssuer lintIssuer;

    private readonly ConcurrentDictionary<(CertificateProfile Profile, bool IsEncryption), TbsTemplate> templates = new();

    /// <exception cref="AuthorityRefusedException">The key is not the certificate's.</exception>
    /// <param name="journal">Where each signature is on record before it is made; it stays its owner's. Null where nobody keeps one.</param>
    public IssuingAuthority(string name, CaCertificate certificate, IKeyHolder key, SignatureJournal? journal = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        if (!certificate.SubjectPublicKeyInfo.Span.SequenceEqual(key.SubjectPublicKeyInfo.Span))
            throw AuthorityRefusals.KeyIsAnother(certificate.SubjectText, key.Name);
        (Name, Certificate, this.key, this.journal) = (name, certificate, new AuthorityKey(key), journal);
        lintIssuer = LintIssuer.Of(certificate);
    }

    /// <summary>What profiles call it.</summary>
    public string Name { get; }

    public CaCertificate Certificate { get; }

    public string KeyName => key.Name;

    public void Dispose() => key.Dispose();

    public override string ToString() => Name;

    /// <summary>Why its key could not sign now; null where it could.</summary>
    internal AuthorityNotReady? WhyNotReady() => key.WhyNotReady() is { } reason ? new AuthorityNotReady(reason.Code, reason.ZhCn, reason.En) : null;

    internal bool IsValidAt(Instant instant) => instant >= Certificate.NotBefore && instant <= Certificate.NotAfter;

    /// <summary>Builds the bytes and lints them; no key is touched.</summary>
    /// <exception cref="IssuanceRefusedException">Something about them is not in order.</exception>
    internal SingleUseCertificate Prepare(CertificateProfile profile, bool isEncryption, in CertificateOrder order, LocalDate signingDate)
    {
        var tbs = TemplateOf(profile, isEncryption).Encode(order);
        var findings = LintBook.Check(tbs, isEncryption ? LintedUses.HolderEncryption : profile.Use, lintIssuer, signingDate);
        return findings.Count == 0 ? new SingleUseCertificate(this, order.Serial, tbs) : throw new IssuanceRefusedException(findings);
    }

    // A crash before this call leaves an intent and no signature, one within it leaves an intent and perhaps a signature, one after it a signature that
    // nobody recorded. The three look alike to whoever restarts, and are all covered by the intent that was durable first: the serial is known, is burned,
    // and is answered as revoked.
    internal ValueTask<byte[]> Sign(SingleUseCertificate prepared, string purpose, CancellationToken cancellation)
    {
        var tbs = prepared.Take();
        return journal is null ? new(Sign(tbs, prepared.DigestOctets)) : SignOnRecord(journal, prepared, tbs, purpose, cancellation);
    }

    /// <summary>Signs as <see cref="Sign(SingleUseCertificate, string, CancellationToken)"/> does, for people who wait for it.</summary>
    internal byte[] SignInCeremony(SingleUseCertificate prepared)
    {
        var tbs = prepared.Take();
        return journal is null
            ? Sign(tbs, prepared.DigestOctets)
            : SignOnRecord(journal, journal.BeginAndWait(prepared.Serial, prepared.TbsDigest, key.Name, "ceremony"), prepared, tbs);
    }

    private async ValueTask<byte[]> SignOnRecord(SignatureJournal record, SingleUseCertificate prepared, byte[] tbs, string purpose, CancellationToken cancellation)
    {
        var line = await record.Begin(prepared.Serial, prepared.TbsDigest, key.Name, purpose, cancellation).ConfigureAwait(false);
        return SignOnRecord(record, line, prepared, tbs);
    }

    private byte[] SignOnRecord(SignatureJournal record, long line, SingleUseCertificate prepared, byte[] tbs)
    {
        var isSigned = false;
        try
        {
            var certificate = Sign(tbs, prepared.DigestOctets);
            isSigned = true;
            return certificate;
        }
        finally
        {
            record.End(prepared.Serial, prepared.TbsDigest, line, isSigned);
        }
    }

    private byte[] Sign(byte[] tbs, ReadOnlySpan<byte> prepared)
    {
        var certificate = AssembledCertificate.Assemble(tbs, key.Algorithm.Identifier.Span, key.Sign(tbs));
        RefuseOtherBytesThanPrepared(certificate, prepared);
        return certificate;
    }

    /// <summary>Signs a list of revoked certificates; its intent must be durable before.</summary>
    internal byte[] SignList(ReadOnlySpan<byte> toBeSigned) => key.Sign(toBeSigned);

    // The intent names a digest; what leaves this room is what the digest names, read back from the finished certificate.
    private static void RefuseOtherBytesThanPrepared(ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> prepared)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(new DerReader(DerReader.Only(certificate, DerTags.Sequence)).ReadEncoded(), digest);
        if (!digest.SequenceEqual(prepared))
            throw new CryptographicException("The signed bytes are not the prepared ones; nothing was released.");
    }

    private TbsTemplate TemplateOf(CertificateProfile profile, bool isEncryption) => templates.GetOrAdd(
        (profile, isEncryption), static (kind, authority) => TemplateOf(
            kind.Profile, kind.IsEncryption, authority.Certificate.Subject, authority.key.Algorithm.Identifier,
            KeyIdentifiers.OfAuthority(authority.Certificate.SubjectKeyIdentifier), authority.Name), this);

    /// <param name="identifier">Null for a root, which names no other key.</param>
    internal static TbsTemplate TemplateOf(
        CertificateProfile profile, bool isEncryption, ReadOnlyMemory<byte> issuer, ReadOnlyMemory<byte> algorithm, Extension? identifier, string issuerName) => new(
        [.. algorithm.Span, .. issuer.Span], identifier is null ? [] : ExtensionBytes.Of(identifier), ExtensionBytes.Of(profile.UsesOf(isEncryption)),
        ExtensionBytes.Of(profile.Pointers.ToExtensions(issuerName)));
}
