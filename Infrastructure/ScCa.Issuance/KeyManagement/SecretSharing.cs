using System.Security.Cryptography;

namespace ScCa.Issuance.KeyManagement;

/// <summary>
/// Shamir's sharing over GF(2⁸), octet by octet: any m of n shares give the secret, fewer say nothing about it. The shares' numbers are public, the octets are
/// not.
/// </summary>
internal static class SecretSharing
{
    public const int SharesMax = 255;

    /// <summary>n shares, the first numbered 1; the caller wipes them.</summary>
    public static byte[][] Split(ReadOnlySpan<byte> secret, int threshold, int shares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, shares);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shares, SharesMax);
        var split = new byte[shares][];
        for (var i = 0; i < shares; i++)
            split[i] = GC.AllocateArray<byte>(secret.Length, pinned: true);
        Span<byte> polynomial = stackalloc byte[threshold];
        for (var at = 0; at < secret.Length; at++)
        {
            RandomNumberGenerator.Fill(polynomial);
            polynomial[0] = secret[at];
            for (var i = 0; i < shares; i++)
                split[i][at] = Evaluate(polynomial, (byte)(i + 1));
        }

        CryptographicOperations.ZeroMemory(polynomial);
        return split;
    }

    /// <summary>The secret from as many shares as it takes; from others, noise.</summary>
    public static void Combine(IReadOnlyList<(byte Number, byte[] Octets)> shares, Span<byte> secret)
    {
        secret.Clear();
        foreach (var (number, octets) in shares)
        {
            var weight = WeightAtZero(number, shares);
            for (var at = 0; at < secret.Length; at++)
                secret[at] ^= GaloisField.Multiply(weight, octets[at]);
        }
    }

    // Horner's rule.
    private static byte Evaluate(ReadOnlySpan<byte> polynomial, byte x)
    {
        byte value = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
            value = (byte)(GaloisField.Multiply(value, x) ^ polynomial[i]);
        return value;
    }

    // Lagrange's basis at 0; in this field minus is plus.
    private static byte WeightAtZero(byte number, IReadOnlyList<(byte Number, byte[] Octets)> shares)
    {
        byte weight = 1;
        foreach (var (other, _) in shares)
        {
            if (other != number)
                weight = GaloisField.Multiply(weight, GaloisField.Multiply(other, GaloisField.Invert((byte)(other ^ number))));
        }

        return weight;
    }
}
