using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>
/// Arithmetic modulo p on numbers below p, in Montgomery's form. p = 2²⁵⁶ − 2²²⁴ − 2⁹⁶ + 2⁶⁴ − 1 makes a step of the reduction out of
/// shifts: −p⁻¹ is 1 modulo 2⁶⁴. Nothing branches on a value. Compiled once and for all, so that timing does not change under way.
/// </summary>
internal static class FieldP
{
    private const ulong P0 = 0xFFFFFFFFFFFFFFFF;
    private const ulong P1 = 0xFFFFFFFF00000000;
    private const ulong P2 = 0xFFFFFFFFFFFFFFFF;
    private const ulong P3 = 0xFFFFFFFEFFFFFFFF;

    public static U256 One => new(0x0000000100000000, 0, 0x00000000FFFFFFFF, 1);

    /// <summary>The curve's b.</summary>
    public static U256 B => new(0x240FE188BA20E2C8, 0x527981505EA51C3C, 0x71CF379AE9B537AB, 0x90D230632BC0DD42);

    // 2⁵¹² mod p
    private static U256 Square512 => new(0x0000000400000002, 0x0000000100000001, 0x00000002FFFFFFFF, 0x0000000200000003);

    public static void From(in U256 plain, out U256 value) => Multiply(plain, Square512, out value);

    public static void To(in U256 value, out U256 plain) => Multiply(value, new U256(0, 0, 0, 1), out plain);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(in U256 a, in U256 b, out U256 product)
    {
        Wide.Multiply(a, b, out var t);
        Reduce(t, out product);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Square(in U256 a, out U256 square)
    {
        Wide.Square(a, out var t);
        Reduce(t, out square);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(in U256 a, in U256 b, out U256 sum)
    {
        var carry = U256.Add(a, b, out var s);
        LessP(s, carry, out sum);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(in U256 a, in U256 b, out U256 difference)
    {
        var mask = 0 - U256.Subtract(a, b, out var d);
        Unsafe.SkipInit(out difference);
        ulong carry = 0;
        difference.L0 = Word.Add(d.L0, P0 & mask, ref carry);
        difference.L1 = Word.Add(d.L1, P1 & mask, ref carry);
        difference.L2 = Word.Add(d.L2, P2 & mask, ref carry);
        difference.L3 = Word.Add(d.L3, P3 & mask, ref carry);
    }

    /// <summary>By Fermat: p − 2 is 31 ones, a zero, 128 ones, 32 zeros, 62 ones, a zero and a one. Of zero, zero.</summary>
    public static void Invert(in U256 a, out U256 inverse)
    {
        Square(a, out var x);
        Multiply(x, a, out x);
        Square(x, out x);
        Multiply(x, a, out var x3);
        Shifted(x3, 3, x3, out var x6);
        Shifted(x6, 1, a, out var x7);
        Shifted(x7, 7, x7, out var x14);
        Shifted(x14, 1, a, out var x15);
        Shifted(x15, 15, x15, out var x30);
        Shifted(x30, 1, a, out var x31);
        Shifted(x31, 1, a, out var x32);

        Shifted(x31, 33, x32, out x);
        Shifted(x, 32, x32, out x);
        Shifted(x, 32, x32, out x);
        Shifted(x, 32, x32, out x);
        Shifted(x, 63, x31, out x);
        Shifted(x, 31, x31, out x);
        Shifted(x, 2, a, out inverse);
    }

    // a^(2^count) · b: the bits of an exponent moved up, and others put below them.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shifted(in U256 a, int count, in U256 b, out U256 result)
    {
        var x = a;
        for (var i = 0; i < count; i++)
        {
            Wide.Square(x, out var t);
            Reduce(t, out x);
        }

        Multiply(x, b, out result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce(in Wide t, out U256 result)
    {
        var (a0, a1, a2, a3) = (t.L0, t.L1, t.L2, t.L3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        Step(ref a0, ref a1, ref a2, ref a3);
        ulong carry = 0;
        U256 sum;
        Unsafe.SkipInit(out sum);
        sum.L0 = Word.Add(a0, t.L4, ref carry);
        sum.L1 = Word.Add(a1, t.L5, ref carry);
        sum.L2 = Word.Add(a2, t.L6, ref carry);
        sum.L3 = Word.Add(a3, t.L7, ref carry);
        LessP(sum, carry, out result);
    }

    // (a + m·p)·2⁻⁶⁴ with m = a0, which four words hold: m·p + m = m·2²⁵⁶ − m·2²²⁴ − m·(2³² − 1)·2⁶⁴.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref ulong a0, ref ulong a1, ref ulong a2, ref ulong a3)
    {
        var m = a0;
        var (low, high) = (m << 32, m >> 32);
        ulong borrow = 0;
        a0 = Word.Subtract(a1, low - m, ref borrow);
        a1 = Word.Subtract(a2, high - (low < m ? 1UL : 0UL), ref borrow);
        a2 = Word.Subtract(a3, low, ref borrow);
        a3 = m - high - borrow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LessP(in U256 value, ulong above, out U256 result)
    {
        ulong borrow = 0;
        var d0 = Word.Subtract(value.L0, P0, ref borrow);
        var d1 = Word.Subtract(value.L1, P1, ref borrow);
        var d2 = Word.Subtract(value.L2, P2, ref borrow);
        var d3 = Word.Subtract(value.L3, P3, ref borrow);
        // All ones where the value was below p already.
        var mask = 0 - (borrow & (above ^ 1));
        Unsafe.SkipInit(out result);
        result.L0 = d0 ^ (mask & (d0 ^ value.L0));
        result.L1 = d1 ^ (mask & (d1 ^ value.L1));
        result.L2 = d2 ^ (mask & (d2 ^ value.L2));
        result.L3 = d3 ^ (mask & (d3 ^ value.L3));
    }
}
