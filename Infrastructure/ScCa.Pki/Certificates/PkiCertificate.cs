using System.Numerics;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Certificates;

/// <summary>
/// An X.509 certificate, RFC 5280 §4.1 and GM/T 0015, read from its bytes and kept with them: what was signed is hashed as it came and never encoded again.
/// Reading checks the form alone; who may be believed is for the path to say.
/// </summary>
public sealed class PkiCertificate : IEquatable<PkiCertificate>
{
    public const string PemLabel = "CERTIFICATE";

    // Real certificates stay below 4 KiB; this is room enough, and no invitation.
    private const int LengthMax = 128 * 1024;

    private PkiCertificate(ReadOnlyMemory<byte> encoded, ToBeSignedCertificate content, ReadOnlyMemory<byte> outerAlgorithm, ReadOnlyMemory<byte> signature)
    {
        (Encoded, Content, Signature) = (encoded, content, signature);
        // RFC 5280 §4.1.1.2: the algorithm outside MUST be the one inside; bytes that differ would let somebody choose it.
        SignatureAlgorithm = outerAlgorithm.Span.SequenceEqual(content.SignatureAlgorithmIdentifier.Span) ? SignatureAlgorithm.Of(outerAlgorithm) : null;
    }

    /// <summary>The whole certificate, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    internal ToBeSignedCertificate Content { get; }

    /// <summary>TBSCertificate, as it was signed.</summary>
    public ReadOnlyMemory<byte> ToBeSigned => Content.Encoded;

    /// <summary>1 to 3.</summary>
    public int Version => Content.Version;

    /// <summary>The content octets of the INTEGER, as they stand.</summary>
    public ReadOnlyMemory<byte> SerialNumber => Content.SerialNumber;

    public BigInteger SerialNumberValue => new(SerialNumber.Span, isUnsigned: false, isBigEndian: true);

    /// <summary>Null where it is not known here, or named differently inside and outside.</summary>
    public SignatureAlgorithm? SignatureAlgorithm { get; }

    public DistinguishedName Issuer => Content.Issuer;

    public DateTimeOffset NotBefore => Content.NotBefore;

    /// <summary>The last second that is valid (RFC 5280 §4.1.2.5: "inclusive").</summary>
    public DateTimeOffset NotAfter => Content.NotAfter;

    public DistinguishedName Subject => Content.Subject;

    public PublicKey PublicKey => Content.PublicKey;

    public ExtensionList Extensions => Content.Extensions;

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>RFC 5280 §6.1: issuer and subject are one name.</summary>
    public bool IsSelfIssued => Subject.Equals(Issuer);

    /// <exception cref="PkiRefusedException">The bytes are no certificate, or its key is none that is accepted.</exception>
    public static PkiCertificate From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.CertificateMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var content = ToBeSignedCertificate.Read(fields.ReadEncodedValue());
            var algorithm = fields.ReadEncodedValue();
            var signature = fields.ReadOctetAlignedBits();
            fields.RequireEmpty();
            return new PkiCertificate(encoded, content, algorithm, signature);
        });

    /// <summary>Every certificate of a file in DER or PEM.</summary>
    /// <exception cref="PkiRefusedException">There is none, or one of them is malformed.</exception>
    public static IReadOnlyList<PkiCertificate> FromFile(ReadOnlyMemory<byte> file) => [.. Pem.Blocks(file, PemLabel, PkiRefusal.CertificateMalformed).Select(From)];

    /// <summary>Puts the signed bytes in as they are: nothing is built a second time, so nothing can differ from what was checked.</summary>
    public static byte[] Assemble(ReadOnlySpan<byte> toBeSigned, SignatureAlgorithm algorithm, ReadOnlySpan<byte> signature) => SignedBytes.Assemble(toBeSigned, algorithm, signature);

    /// <summary>Whether the key signed it. Nothing else about the key's owner is asked.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SignatureAlgorithm is { } algorithm && key.Verify(algorithm, ToBeSigned.Span, Signature.Span);
    }

    /// <summary>Whether the instant lies within the validity, both ends included.</summary>
    public bool IsValidAt(DateTimeOffset instant) =>
        // As a difference: RFC 5280 §4.1.2.5 ends what has no end in 9999, and no second comes after that.
        instant >= NotBefore && instant - NotAfter < TimeSpan.FromSeconds(1);

    public string ToPem() => Pem.Write(PemLabel, Encoded.Span);

    public bool Equals(PkiCertificate? other) => other is not null && Encoded.Span.SequenceEqual(other.Encoded.Span);

    public override bool Equals(object? obj) => Equals(obj as PkiCertificate);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Signature.Span);
        return hash.ToHashCode();
    }
}
