using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScCa.Signing.Fast;

/// <summary>The rounds four at a time, so that the eight words change their names and not their places; constants rotated beforehand.</summary>
internal readonly struct UnrolledSm3 : ISm3Compression
{
    private static ReadOnlySpan<uint> RotatedConstants =>
    [
        0x79CC4519, 0xF3988A32, 0xE7311465, 0xCE6228CB, 0x9CC45197, 0x3988A32F, 0x7311465E, 0xE6228CBC,
        0xCC451979, 0x988A32F3, 0x311465E7, 0x6228CBCE, 0xC451979C, 0x88A32F39, 0x11465E73, 0x228CBCE6,
        0x9D8A7A87, 0x3B14F50F, 0x7629EA1E, 0xEC53D43C, 0xD8A7A879, 0xB14F50F3, 0x629EA1E7, 0xC53D43CE,
        0x8A7A879D, 0x14F50F3B, 0x29EA1E76, 0x53D43CEC, 0xA7A879D8, 0x4F50F3B1, 0x9EA1E762, 0x3D43CEC5,
        0x7A879D8A, 0xF50F3B14, 0xEA1E7629, 0xD43CEC53, 0xA879D8A7, 0x50F3B14F, 0xA1E7629E, 0x43CEC53D,
        0x879D8A7A, 0x0F3B14F5, 0x1E7629EA, 0x3CEC53D4, 0x79D8A7A8, 0xF3B14F50, 0xE7629EA1, 0xCEC53D43,
        0x9D8A7A87, 0x3B14F50F, 0x7629EA1E, 0xEC53D43C, 0xD8A7A879, 0xB14F50F3, 0x629EA1E7, 0xC53D43CE,
        0x8A7A879D, 0x14F50F3B, 0x29EA1E76, 0x53D43CEC, 0xA7A879D8, 0x4F50F3B1, 0x9EA1E762, 0x3D43CEC5,
    ];

    [SkipLocalsInit]
    public static void Compress(Span<uint> state, ReadOnlySpan<byte> blocks)
    {
        Span<uint> words = stackalloc uint[68];
        ref var w = ref MemoryMarshal.GetReference(words);
        ref var t = ref MemoryMarshal.GetReference(RotatedConstants);
        for (; blocks.Length >= Sm3.BlockSizeInBytes; blocks = blocks[Sm3.BlockSizeInBytes..])
        {
            Expand(ref w, blocks);
            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            for (nint j = 0; j < 16; j += 4)
            {
                First(a, ref b, c, ref d, e, ref f, g, ref h, Unsafe.Add(ref t, j), ref Unsafe.Add(ref w, j));
                First(d, ref a, b, ref c, h, ref e, f, ref g, Unsafe.Add(ref t, j + 1), ref Unsafe.Add(ref w, j + 1));
                First(c, ref d, a, ref b, g, ref h, e, ref f, Unsafe.Add(ref t, j + 2), ref Unsafe.Add(ref w, j + 2));
                First(b, ref c, d, ref a, f, ref g, h, ref e, Unsafe.Add(ref t, j + 3), ref Unsafe.Add(ref w, j + 3));
            }

            for (nint j = 16; j < 64; j += 4)
            {
                Later(a, ref b, c, ref d, e, ref f, g, ref h, Unsafe.Add(ref t, j), ref Unsafe.Add(ref w, j));
                Later(d, ref a, b, ref c, h, ref e, f, ref g, Unsafe.Add(ref t, j + 1), ref Unsafe.Add(ref w, j + 1));
                Later(c, ref d, a, ref b, g, ref h, e, ref f, Unsafe.Add(ref t, j + 2), ref Unsafe.Add(ref w, j + 2));
                Later(b, ref c, d, ref a, f, ref g, h, ref e, Unsafe.Add(ref t, j + 3), ref Unsafe.Add(ref w, j + 3));
            }

            state[0] ^= a;
            state[1] ^= b;
            state[2] ^= c;
            state[3] ^= d;
            state[4] ^= e;
            state[5] ^= f;
            state[6] ^= g;
            state[7] ^= h;
        }

        Wipe.Values(words);
    }

    private static void Expand(ref uint w, ReadOnlySpan<byte> block)
    {
        ref var bytes = ref MemoryMarshal.GetReference(block);
        for (nint j = 0; j < 16; j++)
        {
            var word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref bytes, 4 * j));
            Unsafe.Add(ref w, j) = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
        }

        for (nint j = 16; j < 68; j++)
        {
            var x = Unsafe.Add(ref w, j - 16) ^ Unsafe.Add(ref w, j - 9) ^ BitOperations.RotateLeft(Unsafe.Add(ref w, j - 3), 15);
            Unsafe.Add(ref w, j) = x ^ BitOperations.RotateLeft(x, 15) ^ BitOperations.RotateLeft(x, 23)
                ^ BitOperations.RotateLeft(Unsafe.Add(ref w, j - 13), 7) ^ Unsafe.Add(ref w, j - 6);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void First(uint a, ref uint b, uint c, ref uint d, uint e, ref uint f, uint g, ref uint h, uint t, ref uint w)
    {
        var a12 = BitOperations.RotateLeft(a, 12);
        var ss1 = BitOperations.RotateLeft(a12 + e + t, 7);
        var tt2 = (e ^ f ^ g) + h + ss1 + w;
        d = (a ^ b ^ c) + d + (ss1 ^ a12) + (w ^ Unsafe.Add(ref w, 4));
        b = BitOperations.RotateLeft(b, 9);
        f = BitOperations.RotateLeft(f, 19);
        h = tt2 ^ BitOperations.RotateLeft(tt2, 9) ^ BitOperations.RotateLeft(tt2, 17);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Later(uint a, ref uint b, uint c, ref uint d, uint e, ref uint f, uint g, ref uint h, uint t, ref uint w)
    {
        var a12 = BitOperations.RotateLeft(a, 12);
        var ss1 = BitOperations.RotateLeft(a12 + e + t, 7);
        var tt2 = (g ^ (e & (f ^ g))) + h + ss1 + w;
        d = ((a & (b | c)) | (b & c)) + d + (ss1 ^ a12) + (w ^ Unsafe.Add(ref w, 4));
        b = BitOperations.RotateLeft(b, 9);
        f = BitOperations.RotateLeft(f, 19);
        h = tt2 ^ BitOperations.RotateLeft(tt2, 9) ^ BitOperations.RotateLeft(tt2, 17);
    }
}
