namespace ScCa.Issuance.KeyManagement;

/// <summary>GF(2⁸) modulo x⁸ + x⁴ + x³ + x + 1. No branch and no address depends on a value.</summary>
internal static class GaloisField
{
    private const int Modulus = 0x1B;

    public static byte Multiply(byte a, byte b)
    {
        int left = a, right = b, product = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            product ^= left & -(right & 1);
            // The top bit, spread to a mask, decides whether the modulus is taken away.
            left = ((left << 1) ^ (Modulus & -(left >> 7))) & 0xFF;
            right >>= 1;
        }

        return (byte)product;
    }

    /// <summary>a²⁵⁴, which is the inverse; of zero, zero.</summary>
    public static byte Invert(byte a)
    {
        var (power, result) = (a, (byte)1);
        // 254 = 2 + 4 + … + 128
        for (var bit = 1; bit < 8; bit++)
        {
            power = Multiply(power, power);
            result = Multiply(result, power);
        }

        return result;
    }
}
