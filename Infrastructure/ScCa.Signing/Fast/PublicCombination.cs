using System.Numerics;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>
/// [s]G + [t]P for public values. Of the key's point the odd multiples to 31 of P, 2⁶⁴·P, 2¹²⁸·P and 2¹⁹²·P are kept, so that
/// 64 doublings serve for t; G's table needs none.
/// </summary>
internal sealed class PublicCombination : PreparedPoint
{
    private const int Parts = 4;
    private const int Width = 6;
    private const int Odd = 1 << (Width - 2);
    private const int Digits = 65;

    private readonly FieldPoint[] multiples = new FieldPoint[Parts * Odd];

    public PublicCombination(in AffinePoint point)
    {
        Span<JacobianPoint> bases = stackalloc JacobianPoint[2 * Parts];
        Span<FieldPoint> affine = stackalloc FieldPoint[2 * Parts];
        var multiple = JacobianPoint.From(FieldPoint.From(point));
        for (var part = 0; part < Parts; part++)
        {
            bases[2 * part] = multiple;
            multiple.Double();
            bases[(2 * part) + 1] = multiple;
            for (var bit = 1; bit < 64; bit++)
                multiple.Double();
        }

        JacobianPoint.Normalize(bases, affine);
        Span<JacobianPoint> odd = stackalloc JacobianPoint[Parts * Odd];
        for (var i = 0; i < odd.Length; i++)
        {
            var part = i / Odd;
            odd[i] = i % Odd == 0 ? bases[2 * part] : odd[i - 1];
            if (i % Odd != 0)
                odd[i].Add(affine[(2 * part) + 1]);
        }

        JacobianPoint.Normalize(odd, multiples);
    }

    public override bool CombinationHas(in U256 s, in U256 t, in U256 x)
    {
        var sum = OfPoint(t);
        for (var window = 0; window < GeneratorTable.Windows; window++)
        {
            var digit = SignedWindow.Digit(s, window, GeneratorTable.Bits, out var negative);
            if (digit == 0)
                continue;
            if (negative != 0)
                sum.Subtract(GeneratorTable.Public(window, digit));
            else
                sum.Add(GeneratorTable.Public(window, digit));
        }

        return sum.HasX(x);
    }

    private JacobianPoint OfPoint(in U256 t)
    {
        Span<sbyte> digits = stackalloc sbyte[Parts * Digits];
        digits.Clear();
        Recode(t.L0, digits);
        Recode(t.L1, digits[Digits..]);
        Recode(t.L2, digits[(2 * Digits)..]);
        Recode(t.L3, digits[(3 * Digits)..]);
        var sum = JacobianPoint.Infinity;
        for (var at = Digits - 1; at >= 0; at--)
        {
            if (!sum.Z.IsZero)
                sum.Double();
            for (var part = 0; part < Parts; part++)
            {
                int digit = digits[(part * Digits) + at];
                if (digit > 0)
                    sum.Add(multiples[(part * Odd) + (digit / 2)]);
                else if (digit < 0)
                    sum.Subtract(multiples[(part * Odd) + (-digit / 2)]);
            }
        }

        return sum;
    }

    // Odd digits below 2⁵ with five zeros at least after each.
    private static void Recode(ulong value, Span<sbyte> digits)
    {
        UInt128 rest = value;
        for (var at = 0; rest != 0;)
        {
            var zeros = BitOperations.TrailingZeroCount((ulong)rest);
            // 2⁶⁴ itself can be left over at the end.
            zeros = (ulong)rest == 0 ? 64 : zeros;
            at += zeros;
            rest >>= zeros;
            var digit = (int)(rest & ((1 << Width) - 1));
            digit = digit > 1 << (Width - 1) ? digit - (1 << Width) : digit;
            digits[at] = (sbyte)digit;
            rest = digit > 0 ? rest - (uint)digit : rest + (uint)-digit;
        }
    }
}
