using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>Booth's recoding: a scalar in windows of so many bits, each a digit from −2^(bits−1) to 2^(bits−1). Nothing branches on a value.</summary>
internal static class SignedWindow
{
    public static int Count(int bits) => (256 / bits) + 1;

    /// <summary>The digit's magnitude; the mask is all ones where it is negative.</summary>
    public static uint Digit(in U256 scalar, int window, int bits, out ulong negative)
    {
        // The window's own bits, and the highest of the one below it.
        var value = window == 0 ? scalar.Bits(0, bits) << 1 : scalar.Bits((window * bits) - 1, bits + 1);
        var sign = 0 - (value >> bits);
        var opposite = (1u << (bits + 1)) - 1 - value;
        value ^= sign & (value ^ opposite);
        negative = 0 - (ulong)(sign & 1);
        return (value >> 1) + (value & 1);
    }
}
