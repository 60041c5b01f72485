using ScCa.Pki.Certificates;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>Who may have issued a certificate: found by name, and by the key's identifier where the name is another.</summary>
internal sealed class IssuerPool
{
    private readonly ILookup<DistinguishedName, PkiCertificate> byName;
    private readonly ILookup<string, PkiCertificate> byKey;
    private readonly IReadOnlyList<TrustAnchor> anchors;
    private readonly CertificateBook book;

    public IssuerPool(PathInputs inputs, CertificateBook book)
    {
        (anchors, this.book) = (inputs.Anchors, book);
        var distinct = inputs.Intermediates.Distinct().ToList();
        byName = distinct.ToLookup(certificate => certificate.Subject);
        byKey = distinct.ToLookup(certificate => KeyOf(book[certificate].SubjectKey));
    }

    public IEnumerable<PkiCertificate> AuthoritiesFor(CertificateFacts issued)
    {
        var named = byName[issued.Certificate.Issuer];
        return KeyOf(issued) is { Length: > 0 } key ? named.Union(byKey[key]) : named;
    }

    public IEnumerable<TrustAnchor> AnchorsFor(CertificateFacts issued)
    {
        var key = KeyOf(issued);
        return anchors.Where(anchor => issued.Certificate.Issuer.Equals(anchor.Name)
            || (key.Length > 0 && anchor.Certificate is { } certificate && KeyOf(book[certificate].SubjectKey) == key));
    }

    private static string KeyOf(CertificateFacts issued) => KeyOf(issued.AuthorityKey?.KeyIdentifier ?? default);

    private static string KeyOf(ReadOnlyMemory<byte> identifier) => Convert.ToHexString(identifier.Span);
}
