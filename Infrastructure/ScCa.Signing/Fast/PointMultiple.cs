using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>Multiples of any point by a secret scalar: always the same additions, of entries found by reading all there are.</summary>
internal static class PointMultiple
{
    private const int Bits = 5;
    private const int Entries = 1 << (Bits - 1);

    [SkipLocalsInit]
    public static void Of(in AffinePoint point, in U256 k, out CompletePoint product)
    {
        Span<CompletePoint> table = stackalloc CompletePoint[Entries];
        table[0] = CompletePoint.From(point);
        for (var i = 1; i < Entries; i++)
        {
            if (i % 2 == 1)
                CompletePoint.Double(table[i / 2], out table[i]);
            else
                CompletePoint.Add(table[i - 1], table[0], out table[i]);
        }

        product = CompletePoint.Infinity;
        for (var window = SignedWindow.Count(Bits) - 1; window >= 0; window--)
        {
            for (var bit = 0; bit < Bits; bit++)
                CompletePoint.Double(product, out product);
            var digit = SignedWindow.Digit(k, window, Bits, out var negative);
            // Infinity stands for 0.
            var entry = CompletePoint.Infinity;
            for (var i = 0; i < Entries; i++)
                CompletePoint.Select(Word.MaskOfZero(digit ^ (uint)(i + 1)), table[i], entry, out entry);
            FieldP.Subtract(default, entry.Y, out var opposite);
            entry.Y = U256.Select(negative, opposite, entry.Y);
            CompletePoint.Add(product, entry, out product);
            Wipe.Value(ref entry);
        }
    }
}
