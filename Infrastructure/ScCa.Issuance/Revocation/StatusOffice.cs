using ScCa.Keys;
using ScCa.Issuance.Issuing;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;

namespace ScCa.Issuance.Revocation;

/// <summary>
/// Who answers for one issuing authority: a responder with a certificate and a key of its own, so that the authority's key need not be at hand for each question
/// (RFC 6960 §4.2.2.2). Its key is disposed of with it.
/// </summary>
public sealed class StatusOffice : IDisposable
{
    // To verify costs three times as much as to sign, and an answer is forgotten within the hour: a key that has begun to fail is noticed soon enough.
    private const uint VerifiesOneOf = 64;

    private readonly AuthorityKey key;

    /// <param name="issuerKey">The name of the authority's key, as intents name it.</param>
    /// <param name="ceremonial">What the authority has issued in ceremonies and no event knows: its offices.</param>
    /// <exception cref="AuthorityRefusedException">The key is not the responder's.</exception>
    public StatusOffice(PkiCertificate issuer, string issuerKey, PkiCertificate responder, IKeyHolder key, IReadOnlyList<PkiCertificate> ceremonial)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(responder);
        ArgumentNullException.ThrowIfNull(key);
        if (!responder.PublicKey.SubjectPublicKeyInfo.Span.SequenceEqual(key.SubjectPublicKeyInfo.Span))
            throw AuthorityRefusals.KeyIsAnother(responder.Subject.ToString(), key.Name);
        (Issuer, IssuerKey, Responder, this.key) = (issuer, issuerKey, responder, new AuthorityKey(key, VerifiesOneOf));
        (OfIssuer, Id) = (new OcspIssuer(issuer), OcspResponderId.ByKey(responder.PublicKey));
        Ceremonial = ceremonial.Where(c => c.Issuer.Equals(issuer.Subject)).Select(c => Convert.ToHexString(c.SerialNumber.Span)).ToHashSet(StringComparer.Ordinal);
    }

    public PkiCertificate Issuer { get; }

    public string IssuerKey { get; }

    public PkiCertificate Responder { get; }

    internal OcspIssuer OfIssuer { get; }

    internal OcspResponderId Id { get; }

    internal IReadOnlySet<string> Ceremonial { get; }

    /// <summary>A response by this responder, with its certificate.</summary>
    internal byte[] Sign(OcspResponseContent content) => content.Sign(key, Responder);

    public void Dispose() => key.Dispose();
}
