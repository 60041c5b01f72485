using System.Collections.Concurrent;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Names;

namespace ScCa.Pki.Ocsp;

/// <summary>Somebody whose certificates are asked about. The hashes of its name and key are worked out once per algorithm. For any number of threads.</summary>
public sealed class OcspIssuer(DistinguishedName name, PublicKey key)
{
    private readonly ConcurrentDictionary<DigestAlgorithm, (byte[] Name, byte[] Key)> hashes = new();

    public OcspIssuer(PkiCertificate certificate)
        : this(certificate?.Subject ?? throw new ArgumentNullException(nameof(certificate)), certificate.PublicKey)
    {
    }

    /// <summary>Whether the identifier names this issuer; never where its hash is not known here.</summary>
    public bool Issued(OcspCertificateId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Algorithm is not { } algorithm)
            return false;
        var (ofName, ofKey) = HashesBy(algorithm);
        return id.IssuerNameHash.Span.SequenceEqual(ofName) && id.IssuerKeyHash.Span.SequenceEqual(ofKey);
    }

    /// <summary>RFC 6960 §4.1.1: the hash of the name's DER, and that of the key's bits.</summary>
    internal (byte[] Name, byte[] Key) HashesBy(DigestAlgorithm algorithm) =>
        hashes.GetOrAdd(algorithm, static (by, of) => (by.HashData(of.Name.Encoded.Span), by.HashData(of.Key.KeyBits.Span)), (Name: name, Key: key));
}
