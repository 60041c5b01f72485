using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using ScCa.Issuance.X509;
using ScCa.Keys;

namespace ScCa.Issuance;

/// <summary>Public keys on P-256, and signatures checked with them.</summary>
internal static class EcdsaP256
{
    private const int FieldOctets = 32;

    private static readonly BigInteger Prime = BigInteger.Parse("0ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    private static readonly BigInteger B = BigInteger.Parse("05ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // SEC 1 §2.3.3: an uncompressed point is 04, x, y.
    private const int PointOctets = 1 + 2 * FieldOctets;

    /// <summary>
    /// Whether these are the bytes of a P-256 public key in the one form that is accepted: named curve, uncompressed point, and the point is on the curve.
    /// </summary>
    public static bool IsPublicKey(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            return PointOf(subjectPublicKeyInfo) is { Length: PointOctets } point && point.Span[0] == 0x04 && IsOnCurve(point.Span);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>Never throws over what is in the key or in the signature: what cannot be read does not verify.</summary>
    public static bool Verify(ReadOnlyMemory<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!IsPublicKey(subjectPublicKeyInfo))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out _);
        return Verify(key, data, signature);
    }

    /// <summary>The same under a key that was read and checked before.</summary>
    public static bool Verify(ECDsa key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> fixedLength = stackalloc byte[2 * FieldOctets];
        return TryReadSignature(signature, fixedLength)
            && key.VerifyData(data, fixedLength, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>
    /// RFC 3279 §2.2.3: SEQUENCE { r INTEGER, s INTEGER }. Read here and not by the framework's own conversion, which also takes negative numbers.
    /// </summary>
    private static bool TryReadSignature(ReadOnlySpan<byte> der, Span<byte> fixedLength)
    {
        try
        {
            var reader = new AsnReader(der.ToArray(), AsnEncodingRules.DER);
            var numbers = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var isRead = TryReadNumber(numbers, fixedLength[..FieldOctets]) && TryReadNumber(numbers, fixedLength[FieldOctets..]);
            numbers.ThrowIfNotEmpty();
            return isRead;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool TryReadNumber(AsnReader numbers, Span<byte> octets)
    {
        var number = numbers.ReadIntegerBytes().Span;
        if (number[0] >= 0x80)
            return false;
        number = number.TrimStart((byte)0);
        if (number.Length > octets.Length)
            return false;
        octets.Clear();
        number.CopyTo(octets[^number.Length..]);
        return true;
    }

    // RFC 5480 §2: SEQUENCE { SEQUENCE { id-ecPublicKey, namedCurve }, BIT STRING }
    private static ReadOnlyMemory<byte> PointOf(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        var reader = new AsnReader(subjectPublicKeyInfo, AsnEncodingRules.DER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var algorithm = fields.ReadSequence();
        var isP256 = algorithm.ReadObjectIdentifier() == Oids.EcPublicKey && algorithm.ReadObjectIdentifier() == KeyAlgorithm.EcdsaP256.CurveOid;
        algorithm.ThrowIfNotEmpty();
        var point = fields.ReadBitString(out var unusedBits);
        fields.ThrowIfNotEmpty();
        return isP256 && unusedBits == 0 ? point : ReadOnlyMemory<byte>.Empty;
    }

    // SP 800-186 §3.2.1.3: y² = x³ - 3x + b. The cofactor is 1, so every point of the curve but infinity, which has no such form, is of the right order.
    private static bool IsOnCurve(ReadOnlySpan<byte> point)
    {
        var x = new BigInteger(point[1..(1 + FieldOctets)], isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(point[(1 + FieldOctets)..], isUnsigned: true, isBigEndian: true);
        return x < Prime && y < Prime && (y * y - (x * x - 3) * x - B) % Prime == 0;
    }
}
