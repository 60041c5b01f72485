using System.Numerics;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>
/// A list of revoked certificates, RFC 5280 §5 and GM/T 0015: complete, partial or delta, read from its bytes and kept with them. Every entry is checked when it is
/// read, and found in little time however many there are. Reading checks the form alone: signature, time and coverage are asked for.
/// </summary>
public sealed class RevocationList
{
    public const string PemLabel = "X509 CRL";

    // Room for some five million entries.
    private const int LengthMax = 256 * 1024 * 1024;

    private readonly ToBeSignedList content;

    private RevocationList(ReadOnlyMemory<byte> encoded, ToBeSignedList content, ReadOnlyMemory<byte> outerAlgorithm, ReadOnlyMemory<byte> signature)
    {
        (Encoded, this.content, Signature) = (encoded, content, signature);
        // RFC 5280 §5.1.1.2: the algorithm outside MUST be the one inside.
        SignatureAlgorithm = outerAlgorithm.Span.SequenceEqual(content.SignatureAlgorithmIdentifier.Span) ? SignatureAlgorithm.Of(outerAlgorithm) : null;
        Number = Extensions.CrlNumber;
        BaseNumber = Extensions.DeltaCrlIndicator;
        Scope = Extensions.IssuingDistributionPoint;
    }

    /// <summary>The whole list, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>TBSCertList, as it was signed.</summary>
    public ReadOnlyMemory<byte> ToBeSigned => content.Encoded;

    /// <summary>1 or 2.</summary>
    public int Version => content.Version;

    /// <summary>Null where it is not known here, or named differently inside and outside.</summary>
    public SignatureAlgorithm? SignatureAlgorithm { get; }

    public DistinguishedName Issuer => content.Issuer;

    public DateTimeOffset ThisUpdate => content.ThisUpdate;

    /// <summary>When the next list is there at the latest; null where it is not said.</summary>
    public DateTimeOffset? NextUpdate => content.NextUpdate;

    public ExtensionList Extensions => content.Extensions;

    /// <summary>Null where the list has none.</summary>
    public BigInteger? Number { get; }

    /// <summary>The complete list from which a delta counts on; null where this is no delta.</summary>
    public BigInteger? BaseNumber { get; }

    public bool IsDelta => BaseNumber is not null;

    /// <summary>Null where the list is about all of the issuer's certificates and every reason.</summary>
    public IssuingDistributionPoint? Scope { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => content.Entries.Count;

    /// <summary>In the order of the list, each read as it is reached.</summary>
    public IEnumerable<RevokedEntry> Entries
    {
        get
        {
            for (var number = 0; number < Count; number++)
                yield return content.Entries.At(number);
        }
    }

    /// <summary>RFC 5280 §5.2 and §5.3: a list with a critical extension that is not understood MUST NOT be used to tell what is revoked.</summary>
    public bool HasUnknownCriticalExtension => content.Entries.HasUnknownCriticalExtension || Extensions.All.Any(IsUnknownAndCritical)
        // Whose certificate an entry is about may be said in an indirect list alone.
        || (content.Entries.NamesIssuers && Scope is not { IsIndirect: true });

    /// <exception cref="PkiRefusedException">The bytes are no list.</exception>
    public static RevocationList From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.RevocationListMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var content = ToBeSignedList.Read(fields.ReadEncodedValue());
            var algorithm = fields.ReadEncodedValue();
            var signature = fields.ReadOctetAlignedBits();
            fields.RequireEmpty();
            return new RevocationList(encoded, content, algorithm, signature);
        });

    /// <summary>The one list of a file in DER or PEM.</summary>
    /// <exception cref="PkiRefusedException">There is none or more than one, or it is malformed.</exception>
    public static RevocationList FromFile(ReadOnlyMemory<byte> file) => Pem.Blocks(file, PemLabel, PkiRefusal.RevocationListMalformed) is [var block]
        ? From(block)
        : throw new PkiRefusedException(PkiRefusal.RevocationListMalformed);

    /// <summary>The entry about a certificate of the list's own issuer; null where there is none.</summary>
    /// <param name="serialNumber">The content octets of the INTEGER.</param>
    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber) => Find(serialNumber, Issuer);

    /// <summary>The entry about that issuer's certificate: another than the list's own matters in an indirect list.</summary>
    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber, DistinguishedName certificateIssuer) => content.Entries.Find(serialNumber, certificateIssuer, Issuer);

    /// <summary>For which reasons the list answers about the certificate at all (RFC 5280 §6.3.3); none where it is not about it.</summary>
    public ReasonFlags ReasonsCoveredFor(PkiCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return ListCoverage.Of(this, certificate);
    }

    /// <summary>Whether the key signed it. Whether that key may, its certificate says.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SignatureAlgorithm is { } algorithm && key.Verify(algorithm, ToBeSigned.Span, Signature.Span);
    }

    /// <summary>Whether it is the newest one at the instant, as far as it says itself; one that does not say how long never is.</summary>
    public bool IsCurrentAt(DateTimeOffset instant) => instant >= ThisUpdate && instant <= NextUpdate;

    public string ToPem() => Pem.Write(PemLabel, Encoded.Span);

    private static bool IsUnknownAndCritical(Extension extension) => extension is
    {
        IsCritical: true,
        Oid: not (Oids.CrlNumber or Oids.DeltaCrlIndicator or Oids.IssuingDistributionPoint or Oids.AuthorityKeyIdentifier or Oids.FreshestCrl or Oids.IssuerAlternativeName),
    };
}
