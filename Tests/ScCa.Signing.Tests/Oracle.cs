using System.Numerics;
using System.Text;

namespace ScCa.Signing.Tests;

/// <summary>SM2 signatures by the framework's big numbers on any curve, for the standard's example on a curve that is not the recommended one.</summary>
internal sealed record Oracle(BigInteger P, BigInteger A, BigInteger B, BigInteger N, BigInteger X, BigInteger Y)
{
    public (BigInteger X, BigInteger Y)? Multiply(BigInteger k)
    {
        (BigInteger X, BigInteger Y)? sum = null;
        (BigInteger X, BigInteger Y)? power = (X, Y);
        for (; k > 0; k >>= 1)
        {
            if (!k.IsEven)
                sum = Add(sum, power);
            power = Add(power, power);
        }

        return sum;
    }

    public byte[] Digest(BigInteger d, string identity, string message)
    {
        var (x, y) = Multiply(d)!.Value;
        var id = Encoding.ASCII.GetBytes(identity);
        byte[] z = [(byte)(id.Length * 8 >> 8), (byte)(id.Length * 8), .. id, .. Bytes(A), .. Bytes(B), .. Bytes(X), .. Bytes(Y), .. Bytes(x), .. Bytes(y)];
        return Sm3.HashData([.. Sm3.HashData(z), .. Encoding.ASCII.GetBytes(message)]);
    }

    public (BigInteger R, BigInteger S) Sign(BigInteger d, BigInteger k, BigInteger e)
    {
        var r = (e + Multiply(k)!.Value.X) % N;
        var s = BigInteger.ModPow(1 + d, N - 2, N) * (((k - (r * d)) % N) + N) % N;
        return (r, s);
    }

    private static byte[] Bytes(BigInteger value) => Number.Bytes(Number.Of(value));

    private (BigInteger X, BigInteger Y)? Add((BigInteger X, BigInteger Y)? p, (BigInteger X, BigInteger Y)? q)
    {
        if (p is not { } a || q is not { } b)
            return p ?? q;
        if (a.X == b.X && a.Y != b.Y)
            return null;
        var slope = a == b
            ? ((3 * a.X * a.X) + A) * Inverse(2 * a.Y)
            : (b.Y - a.Y) * Inverse(b.X - a.X);
        var x = Reduced((slope * slope) - a.X - b.X);
        return (x, Reduced((slope * (a.X - x)) - a.Y));
    }

    private BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Reduced(value), P - 2, P);

    private BigInteger Reduced(BigInteger value) => ((value % P) + P) % P;
}
