using System.Numerics;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Tests;

/// <summary>256-bit numbers as the standards print them, and as the framework counts them.</summary>
internal static class Number
{
    public static readonly BigInteger P = Big(Sm2Curve.P);
    public static readonly BigInteger N = Big(Sm2Curve.N);

    public static U256 Of(string hex) => U256.Read(Tests.Hex.Bytes(hex));

    public static U256 Of(BigInteger value)
    {
        var bytes = new byte[32];
        var written = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bytes, 32 - written.Length);
        return U256.Read(bytes);
    }

    public static byte[] Bytes(in U256 value)
    {
        var bytes = new byte[32];
        value.Write(bytes);
        return bytes;
    }

    public static string Hex(in U256 value) => Tests.Hex.Of(Bytes(value));

    public static BigInteger Big(in U256 value) => new(Bytes(value), isUnsigned: true, isBigEndian: true);
}
