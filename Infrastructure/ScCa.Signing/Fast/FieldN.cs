using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>Multiplication modulo n of plain numbers below n. Nothing branches on a value.</summary>
internal static class FieldN
{
    private const ulong N0 = 0x53BBF40939D54123;
    private const ulong N1 = 0x7203DF6B21C6052B;
    private const ulong N2 = 0xFFFFFFFFFFFFFFFF;
    private const ulong N3 = 0xFFFFFFFEFFFFFFFF;

    // −n⁻¹ mod 2⁶⁴
    private const ulong Inverse = 0x327F9E8872350975;

    // 2⁵¹² mod n
    private static U256 Square512 => new(0x1EB5E412A22B3D3B, 0x620FC84C3AFFE0D4, 0x3464504ADE6FA2FA, 0x901192AF7C114F20);

    public static void Multiply(in U256 a, in U256 b, out U256 product)
    {
        Montgomery(a, Square512, out var x);
        Montgomery(x, b, out product);
        Wipe.Value(ref x);
    }

    /// <summary>By Fermat; the exponent n − 2 is public. Of zero, zero.</summary>
    public static void Invert(in U256 a, out U256 inverse)
    {
        Montgomery(a, Square512, out var x);
        var power = x;
        var exponent = new U256(N3, N2, N1, N0 - 2);
        for (var bit = 254; bit >= 0; bit--)
        {
            Montgomery(power, power, out power);
            if (exponent.Bits(bit, 1) == 1)
                Montgomery(power, x, out power);
        }

        Montgomery(power, new U256(0, 0, 0, 1), out inverse);
        Wipe.Value(ref x);
        Wipe.Value(ref power);
    }

    /// <summary>a·b·2⁻²⁵⁶.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Montgomery(in U256 a, in U256 b, out U256 product)
    {
        Wide.Multiply(a, b, out var t);
        var (a0, a1, a2, a3) = (t.L0, t.L1, t.L2, t.L3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        ulong carry = 0;
        a0 = Word.Add(a0, t.L4, ref carry);
        a1 = Word.Add(a1, t.L5, ref carry);
        a2 = Word.Add(a2, t.L6, ref carry);
        a3 = Word.Add(a3, t.L7, ref carry);
        ulong borrow = 0;
        var d0 = Word.Subtract(a0, N0, ref borrow);
        var d1 = Word.Subtract(a1, N1, ref borrow);
        var d2 = Word.Subtract(a2, N2, ref borrow);
        var d3 = Word.Subtract(a3, N3, ref borrow);
        var mask = 0 - (borrow & (carry ^ 1));
        product = new(d3 ^ (mask & (d3 ^ a3)), d2 ^ (mask & (d2 ^ a2)), d1 ^ (mask & (d1 ^ a1)), d0 ^ (mask & (d0 ^ a0)));
    }

    // (a + m·n)·2⁻⁶⁴ with the m that makes the lowest word zero; four words hold it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref ulong a0, ref ulong a1, ref ulong a2, ref ulong a3)
    {
        var m = a0 * Inverse;
        Word.MultiplyAdd(m, N0, a0, out var carry);
        a0 = Word.MultiplyAdd(m, N1, a1, carry, out carry);
        a1 = Word.MultiplyAdd(m, N2, a2, carry, out carry);
        a2 = Word.MultiplyAdd(m, N3, a3, carry, out carry);
        a3 = carry;
    }
}
