using System.Runtime.CompilerServices;
using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>The 512 bits of a product, the least word first.</summary>
internal struct Wide
{
    public ulong L0;
    public ulong L1;
    public ulong L2;
    public ulong L3;
    public ulong L4;
    public ulong L5;
    public ulong L6;
    public ulong L7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(in U256 a, in U256 b, out Wide t)
    {
        Unsafe.SkipInit(out t);
        var (b0, b1, b2, b3) = (b.L0, b.L1, b.L2, b.L3);
        var x = a.L0;
        t.L0 = Word.MultiplyAdd(x, b0, 0, out var c);
        var t1 = Word.MultiplyAdd(x, b1, c, out c);
        var t2 = Word.MultiplyAdd(x, b2, c, out c);
        var t3 = Word.MultiplyAdd(x, b3, c, out var t4);

        x = a.L1;
        t.L1 = Word.MultiplyAdd(x, b0, t1, out c);
        t2 = Word.MultiplyAdd(x, b1, t2, c, out c);
        t3 = Word.MultiplyAdd(x, b2, t3, c, out c);
        t4 = Word.MultiplyAdd(x, b3, t4, c, out var t5);

        x = a.L2;
        t.L2 = Word.MultiplyAdd(x, b0, t2, out c);
        t3 = Word.MultiplyAdd(x, b1, t3, c, out c);
        t4 = Word.MultiplyAdd(x, b2, t4, c, out c);
        t5 = Word.MultiplyAdd(x, b3, t5, c, out var t6);

        x = a.L3;
        t.L3 = Word.MultiplyAdd(x, b0, t3, out c);
        t.L4 = Word.MultiplyAdd(x, b1, t4, c, out c);
        t.L5 = Word.MultiplyAdd(x, b2, t5, c, out c);
        t.L6 = Word.MultiplyAdd(x, b3, t6, c, out t.L7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Square(in U256 a, out Wide t)
    {
        Unsafe.SkipInit(out t);
        var (a0, a1, a2, a3) = (a.L0, a.L1, a.L2, a.L3);
        // What stands on both sides of the diagonal, once …
        var t1 = Word.MultiplyAdd(a0, a1, 0, out var c);
        var t2 = Word.MultiplyAdd(a0, a2, c, out c);
        var t3 = Word.MultiplyAdd(a0, a3, c, out var t4);
        t3 = Word.MultiplyAdd(a1, a2, t3, out c);
        t4 = Word.MultiplyAdd(a1, a3, t4, c, out var t5);
        t5 = Word.MultiplyAdd(a2, a3, t5, out var t6);

        // … doubled, and the diagonal.
        t.L7 = t6 >> 63;
        t6 = (t6 << 1) | (t5 >> 63);
        t5 = (t5 << 1) | (t4 >> 63);
        t4 = (t4 << 1) | (t3 >> 63);
        t3 = (t3 << 1) | (t2 >> 63);
        t2 = (t2 << 1) | (t1 >> 63);
        t1 <<= 1;
        ulong carry = 0;
        t.L0 = Word.Multiply(a0, a0, out var high);
        t.L1 = Word.Add(t1, high, ref carry);
        var low = Word.Multiply(a1, a1, out high);
        t.L2 = Word.Add(t2, low, ref carry);
        t.L3 = Word.Add(t3, high, ref carry);
        low = Word.Multiply(a2, a2, out high);
        t.L4 = Word.Add(t4, low, ref carry);
        t.L5 = Word.Add(t5, high, ref carry);
        low = Word.Multiply(a3, a3, out high);
        t.L6 = Word.Add(t6, low, ref carry);
        t.L7 = Word.Add(t.L7, high, ref carry);
    }
}
