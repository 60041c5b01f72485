using System.Numerics;

namespace ScCa.Pki.Algorithms;

/// <summary>An uncompressed point of P-256, SEC 1 §2.3.3: 04, x, y. Points are public: nothing here is secret.</summary>
internal static class P256Point
{
    public const int FieldOctets = 32;

    private static readonly BigInteger Prime = Number(Convert.FromHexString("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"));

    // FIPS 186-4 §D.1.2.3.
    private static readonly BigInteger B = Number(Convert.FromHexString("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"));

    /// <summary>
    /// SP 800-56A §5.6.2.3.3: both coordinates in the field, and on the curve. Its order is prime (the cofactor is 1), so every such point is of that order and
    /// there is nothing left to multiply out.
    /// </summary>
    public static bool IsOnCurve(ReadOnlySpan<byte> point)
    {
        if (point.Length != 1 + 2 * FieldOctets || point[0] != 0x04)
            return false;
        var (x, y) = (Number(point[1..(1 + FieldOctets)]), Number(point[(1 + FieldOctets)..]));
        return x < Prime && y < Prime && ((x * x * x) - (3 * x) + B - (y * y)) % Prime == 0;
    }

    private static BigInteger Number(ReadOnlySpan<byte> octets) => new(octets, isUnsigned: true, isBigEndian: true);
}
