using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScCa.Signing.Fast;

/// <summary>The rounds sixteen at a time, so that the eight words change their names and not their places; constants rotated beforehand.</summary>
internal readonly struct UnrolledSm3 : ISm3Compression
{
    // 68, and what a vector's last store writes beyond.
    private const int Words = 72;

    [SkipLocalsInit]
    public static void Compress(Span<uint> state, ReadOnlySpan<byte> blocks)
    {
        Span<uint> words = stackalloc uint[Words];
        ref var w = ref MemoryMarshal.GetReference(words);
        ref var v = ref Unsafe.As<uint, Eight>(ref MemoryMarshal.GetReference(state[..8]));
        var next = v;
        for (; blocks.Length >= Sm3.BlockSizeInBytes; blocks = blocks[Sm3.BlockSizeInBytes..])
        {
            Expand(ref w, ref MemoryMarshal.GetReference(blocks));
            First(ref next, ref w);
            Second(ref next, ref Unsafe.Add(ref w, 16));
            Third(ref next, ref Unsafe.Add(ref w, 32));
            Second(ref next, ref Unsafe.Add(ref w, 48));
            next.Mix(v);
            v = next;
        }

        Wipe.Values(words);
        Wipe.Value(ref next);
    }

    // Three words at a time: the fourth would need the first.
    private static void Expand(ref uint w, ref byte block)
    {
        for (nuint j = 0; j < 16; j += 4)
        {
            var words = Vector128.LoadUnsafe(ref block, 4 * j);
            if (BitConverter.IsLittleEndian)
                words = Vector128.Shuffle(words, Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
            words.AsUInt32().StoreUnsafe(ref w, j);
        }

        var before9 = Vector128.LoadUnsafe(ref w, 7);
        var before6 = Vector128.LoadUnsafe(ref w, 10);
        var before3 = Vector128.LoadUnsafe(ref w, 12);
        before3 = Vector128.Shuffle(before3, Vector128.Create(1u, 2, 3, 3));
        for (nuint j = 16; j < 68; j += 3)
        {
            var x = Vector128.LoadUnsafe(ref w, j - 16) ^ before9 ^ RotateLeft(before3, 15);
            var next = x ^ RotateLeft(x, 15) ^ RotateLeft(x, 23) ^ (RotateLeft(Vector128.LoadUnsafe(ref w, j - 13), 7) ^ before6);
            next.StoreUnsafe(ref w, j);
            (before9, before6, before3) = (before6, before3, next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> RotateLeft(Vector128<uint> words, [ConstantExpected] byte count) => Avx512F.VL.IsSupported
        ? Avx512F.VL.RotateLeft(words, count)
        : (words << count) | (words >> (32 - count));

    // Rounds 0 to 15.
    private static void First(ref Eight v, ref uint w)
    {
        var (a, b, c, d) = (v.A, v.B, v.C, v.D);
        var (e, f, g, h) = (v.E, v.F, v.G, v.H);
        Early(a, ref b, c, ref d, e, ref f, g, ref h, 0x79CC4519, w, Unsafe.Add(ref w, 4));
        Early(d, ref a, b, ref c, h, ref e, f, ref g, 0xF3988A32, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 5));
        Early(c, ref d, a, ref b, g, ref h, e, ref f, 0xE7311465, Unsafe.Add(ref w, 2), Unsafe.Add(ref w, 6));
        Early(b, ref c, d, ref a, f, ref g, h, ref e, 0xCE6228CB, Unsafe.Add(ref w, 3), Unsafe.Add(ref w, 7));
        Early(a, ref b, c, ref d, e, ref f, g, ref h, 0x9CC45197, Unsafe.Add(ref w, 4), Unsafe.Add(ref w, 8));
        Early(d, ref a, b, ref c, h, ref e, f, ref g, 0x3988A32F, Unsafe.Add(ref w, 5), Unsafe.Add(ref w, 9));
        Early(c, ref d, a, ref b, g, ref h, e, ref f, 0x7311465E, Unsafe.Add(ref w, 6), Unsafe.Add(ref w, 10));
        Early(b, ref c, d, ref a, f, ref g, h, ref e, 0xE6228CBC, Unsafe.Add(ref w, 7), Unsafe.Add(ref w, 11));
        Early(a, ref b, c, ref d, e, ref f, g, ref h, 0xCC451979, Unsafe.Add(ref w, 8), Unsafe.Add(ref w, 12));
        Early(d, ref a, b, ref c, h, ref e, f, ref g, 0x988A32F3, Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 13));
        Early(c, ref d, a, ref b, g, ref h, e, ref f, 0x311465E7, Unsafe.Add(ref w, 10), Unsafe.Add(ref w, 14));
        Early(b, ref c, d, ref a, f, ref g, h, ref e, 0x6228CBCE, Unsafe.Add(ref w, 11), Unsafe.Add(ref w, 15));
        Early(a, ref b, c, ref d, e, ref f, g, ref h, 0xC451979C, Unsafe.Add(ref w, 12), Unsafe.Add(ref w, 16));
        Early(d, ref a, b, ref c, h, ref e, f, ref g, 0x88A32F39, Unsafe.Add(ref w, 13), Unsafe.Add(ref w, 17));
        Early(c, ref d, a, ref b, g, ref h, e, ref f, 0x11465E73, Unsafe.Add(ref w, 14), Unsafe.Add(ref w, 18));
        Early(b, ref c, d, ref a, f, ref g, h, ref e, 0x228CBCE6, Unsafe.Add(ref w, 15), Unsafe.Add(ref w, 19));
        (v.A, v.B, v.C, v.D) = (a, b, c, d);
        (v.E, v.F, v.G, v.H) = (e, f, g, h);
    }

    // Rounds 16 to 31, and 48 to 63: their constants are the same.
    private static void Second(ref Eight v, ref uint w)
    {
        var (a, b, c, d) = (v.A, v.B, v.C, v.D);
        var (e, f, g, h) = (v.E, v.F, v.G, v.H);
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0x9D8A7A87, w, Unsafe.Add(ref w, 4));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0x3B14F50F, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 5));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0x7629EA1E, Unsafe.Add(ref w, 2), Unsafe.Add(ref w, 6));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0xEC53D43C, Unsafe.Add(ref w, 3), Unsafe.Add(ref w, 7));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0xD8A7A879, Unsafe.Add(ref w, 4), Unsafe.Add(ref w, 8));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0xB14F50F3, Unsafe.Add(ref w, 5), Unsafe.Add(ref w, 9));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0x629EA1E7, Unsafe.Add(ref w, 6), Unsafe.Add(ref w, 10));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0xC53D43CE, Unsafe.Add(ref w, 7), Unsafe.Add(ref w, 11));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0x8A7A879D, Unsafe.Add(ref w, 8), Unsafe.Add(ref w, 12));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0x14F50F3B, Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 13));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0x29EA1E76, Unsafe.Add(ref w, 10), Unsafe.Add(ref w, 14));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0x53D43CEC, Unsafe.Add(ref w, 11), Unsafe.Add(ref w, 15));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0xA7A879D8, Unsafe.Add(ref w, 12), Unsafe.Add(ref w, 16));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0x4F50F3B1, Unsafe.Add(ref w, 13), Unsafe.Add(ref w, 17));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0x9EA1E762, Unsafe.Add(ref w, 14), Unsafe.Add(ref w, 18));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0x3D43CEC5, Unsafe.Add(ref w, 15), Unsafe.Add(ref w, 19));
        (v.A, v.B, v.C, v.D) = (a, b, c, d);
        (v.E, v.F, v.G, v.H) = (e, f, g, h);
    }

    // Rounds 32 to 47.
    private static void Third(ref Eight v, ref uint w)
    {
        var (a, b, c, d) = (v.A, v.B, v.C, v.D);
        var (e, f, g, h) = (v.E, v.F, v.G, v.H);
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0x7A879D8A, w, Unsafe.Add(ref w, 4));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0xF50F3B14, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 5));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0xEA1E7629, Unsafe.Add(ref w, 2), Unsafe.Add(ref w, 6));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0xD43CEC53, Unsafe.Add(ref w, 3), Unsafe.Add(ref w, 7));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0xA879D8A7, Unsafe.Add(ref w, 4), Unsafe.Add(ref w, 8));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0x50F3B14F, Unsafe.Add(ref w, 5), Unsafe.Add(ref w, 9));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0xA1E7629E, Unsafe.Add(ref w, 6), Unsafe.Add(ref w, 10));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0x43CEC53D, Unsafe.Add(ref w, 7), Unsafe.Add(ref w, 11));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0x879D8A7A, Unsafe.Add(ref w, 8), Unsafe.Add(ref w, 12));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0x0F3B14F5, Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 13));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0x1E7629EA, Unsafe.Add(ref w, 10), Unsafe.Add(ref w, 14));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0x3CEC53D4, Unsafe.Add(ref w, 11), Unsafe.Add(ref w, 15));
        Late(a, ref b, c, ref d, e, ref f, g, ref h, 0x79D8A7A8, Unsafe.Add(ref w, 12), Unsafe.Add(ref w, 16));
        Late(d, ref a, b, ref c, h, ref e, f, ref g, 0xF3B14F50, Unsafe.Add(ref w, 13), Unsafe.Add(ref w, 17));
        Late(c, ref d, a, ref b, g, ref h, e, ref f, 0xE7629EA1, Unsafe.Add(ref w, 14), Unsafe.Add(ref w, 18));
        Late(b, ref c, d, ref a, f, ref g, h, ref e, 0xCEC53D43, Unsafe.Add(ref w, 15), Unsafe.Add(ref w, 19));
        (v.A, v.B, v.C, v.D) = (a, b, c, d);
        (v.E, v.F, v.G, v.H) = (e, f, g, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Early(uint a, ref uint b, uint c, ref uint d, uint e, ref uint f, uint g, ref uint h, uint t, uint w, uint w4) =>
        Round(a ^ b ^ c, e ^ f ^ g, a, ref b, ref d, e, ref f, ref h, t, w, w4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Late(uint a, ref uint b, uint c, ref uint d, uint e, ref uint f, uint g, ref uint h, uint t, uint w, uint w4) =>
        Round((a & (b | c)) | (b & c), g ^ (e & (f ^ g)), a, ref b, ref d, e, ref f, ref h, t, w, w4);

    // What is known early is added first: the sums wait for the newest words alone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint ff, uint gg, uint a, ref uint b, ref uint d, uint e, ref uint f, ref uint h, uint t, uint w, uint w4)
    {
        var a12 = BitOperations.RotateLeft(a, 12);
        var ss1 = BitOperations.RotateLeft(e + t + a12, 7);
        var tt2 = h + w + gg + ss1;
        d = d + (w ^ w4) + ff + (ss1 ^ a12);
        b = BitOperations.RotateLeft(b, 9);
        f = BitOperations.RotateLeft(f, 19);
        h = tt2 ^ BitOperations.RotateLeft(tt2, 9) ^ BitOperations.RotateLeft(tt2, 17);
    }

    private struct Eight
    {
        public uint A;
        public uint B;
        public uint C;
        public uint D;
        public uint E;
        public uint F;
        public uint G;
        public uint H;

        public void Mix(in Eight v)
        {
            A ^= v.A;
            B ^= v.B;
            C ^= v.C;
            D ^= v.D;
            E ^= v.E;
            F ^= v.F;
            G ^= v.G;
            H ^= v.H;
        }
    }
}
