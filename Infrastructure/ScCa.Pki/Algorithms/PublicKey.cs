using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

/// <summary>A public key as certificates carry it. There is none that is not on its curve or too short. For any number of threads.</summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    private const int RsaBitsMin = 2048;
    private const int RsaBitsMax = 8192;

    private readonly IVerifier verifier;

    private PublicKey(ReadOnlyMemory<byte> subjectPublicKeyInfo, ReadOnlyMemory<byte> keyBits, PublicKeyKind kind, int sizeInBits, IVerifier verifier) =>
        (SubjectPublicKeyInfo, KeyBits, Kind, SizeInBits, this.verifier) = (subjectPublicKeyInfo, keyBits, kind, sizeInBits, verifier);

    public PublicKeyKind Kind { get; }

    public int SizeInBits { get; }

    /// <summary>DER, RFC 5280 §4.1.2.7.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>What the BIT STRING holds: what key identifiers are hashed from (RFC 5280 §4.2.1.2, RFC 6960 §4.1.1).</summary>
    public ReadOnlyMemory<byte> KeyBits { get; }

    /// <summary>SM2's own form of the key; null where it is another kind.</summary>
    public Sm2PublicKey? Sm2 => (verifier as Sm2Verifier)?.Key;

    /// <exception cref="PkiRefusedException">Not a key of a kind, form and length that is accepted.</exception>
    public static PublicKey From(ReadOnlyMemory<byte> subjectPublicKeyInfo) => Reading.Whole(subjectPublicKeyInfo, PkiRefusal.PublicKeyMalformed, Read);

    public static PublicKey From(Sm2PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return From(key.ExportSubjectPublicKeyInfo());
    }

    internal static PublicKey Read(AsnReader reader)
    {
        var encoded = reader.ReadEncodedValue();
        return Reading.Whole(encoded, PkiRefusal.PublicKeyMalformed, whole =>
        {
            var fields = whole.ReadSequence();
            var algorithm = AlgorithmIdentifier.Read(fields);
            var bits = fields.ReadOctetAlignedBits();
            fields.RequireEmpty();
            return Of(encoded, algorithm, bits);
        });
    }

    /// <summary>Whether the signature over the data is this key's. Never throws over what is in either; another kind's algorithm does not verify.</summary>
    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return algorithm.Kind == Kind && verifier.Verify(data, signature);
    }

    public bool Equals(PublicKey? other) => other is not null && SubjectPublicKeyInfo.Span.SequenceEqual(other.SubjectPublicKeyInfo.Span);

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(SubjectPublicKeyInfo.Span);
        return hash.ToHashCode();
    }

    private static PublicKey Of(ReadOnlyMemory<byte> encoded, AlgorithmIdentifier.Parts algorithm, ReadOnlyMemory<byte> bits) => algorithm.Oid switch
    {
        Oids.EcPublicKey => OfCurve(encoded, algorithm.Parameters, bits),
        Oids.Rsa when algorithm.HasNoParameters => OfRsa(encoded, bits),
        _ => throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed),
    };

    private static PublicKey OfCurve(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> parameters, ReadOnlyMemory<byte> point) =>
        new AsnReader(parameters, AsnEncodingRules.DER).ReadObjectIdentifier() switch
        {
            Oids.Sm2 => new(encoded, point, PublicKeyKind.Sm2, 256, new Sm2Verifier(Sm2PublicKey.FromPoint(point.Span))),
            Oids.P256 => new(encoded, point, PublicKeyKind.EcdsaP256, 256, new EcdsaP256Verifier(point.Span)),
            _ => throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed),
        };

    private static PublicKey OfRsa(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> bits)
    {
        var verifier = new RsaVerifier(bits);
        return verifier.SizeInBits is >= RsaBitsMin and <= RsaBitsMax
            ? new(encoded, bits, PublicKeyKind.Rsa, verifier.SizeInBits, verifier)
            : throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed);
    }
}
