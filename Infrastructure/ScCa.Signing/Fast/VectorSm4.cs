using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScCa.Signing.Fast;

/// <summary>Four blocks stand side by side, a word of each in a vector; eight are under way at once.</summary>
internal readonly struct VectorSm4<TBox> : ISm4Rounds
    where TBox : struct, ISm4Box
{
    private const int Four = 4 * Sm4.BlockSizeInBytes;
    private const int Eight = 8 * Sm4.BlockSizeInBytes;

    public static uint Substitute(uint word) => TBox.Substitute(Vector128.CreateScalar(word).AsByte()).AsUInt32().ToScalar();

    [SkipLocalsInit]
    public static void Process(ReadOnlySpan<uint> roundKeys, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ref var keys = ref MemoryMarshal.GetReference(roundKeys[..Sm4.Rounds]);
        destination = destination[..source.Length];
        for (; source.Length >= Eight; source = source[Eight..], destination = destination[Eight..])
            ProcessEight(ref keys, ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination));
        for (; source.Length >= Four; source = source[Four..], destination = destination[Four..])
            ProcessFour(ref keys, ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination));
        if (source.IsEmpty)
            return;
        Span<byte> rest = stackalloc byte[Four];
        rest.Clear();
        source.CopyTo(rest);
        ProcessFour(ref keys, ref MemoryMarshal.GetReference(rest), ref MemoryMarshal.GetReference(rest));
        rest[..source.Length].CopyTo(destination);
        Wipe.Values(rest);
    }

    private static void ProcessEight(ref uint keys, ref byte source, ref byte destination)
    {
        var a = Load(ref source);
        var b = Load(ref Unsafe.Add(ref source, Four));
        for (nint i = 0; i < Sm4.Rounds; i += 4)
        {
            var k = Vector128.Create(Unsafe.Add(ref keys, i));
            a.X0 ^= Round(a.X1 ^ a.X2 ^ a.X3 ^ k);
            b.X0 ^= Round(b.X1 ^ b.X2 ^ b.X3 ^ k);
            k = Vector128.Create(Unsafe.Add(ref keys, i + 1));
            a.X1 ^= Round(a.X2 ^ a.X3 ^ a.X0 ^ k);
            b.X1 ^= Round(b.X2 ^ b.X3 ^ b.X0 ^ k);
            k = Vector128.Create(Unsafe.Add(ref keys, i + 2));
            a.X2 ^= Round(a.X3 ^ a.X0 ^ a.X1 ^ k);
            b.X2 ^= Round(b.X3 ^ b.X0 ^ b.X1 ^ k);
            k = Vector128.Create(Unsafe.Add(ref keys, i + 3));
            a.X3 ^= Round(a.X0 ^ a.X1 ^ a.X2 ^ k);
            b.X3 ^= Round(b.X0 ^ b.X1 ^ b.X2 ^ k);
        }

        Store(a, ref destination);
        Store(b, ref Unsafe.Add(ref destination, Four));
    }

    private static void ProcessFour(ref uint keys, ref byte source, ref byte destination)
    {
        var a = Load(ref source);
        for (nint i = 0; i < Sm4.Rounds; i += 4)
        {
            a.X0 ^= Round(a.X1 ^ a.X2 ^ a.X3 ^ Vector128.Create(Unsafe.Add(ref keys, i)));
            a.X1 ^= Round(a.X2 ^ a.X3 ^ a.X0 ^ Vector128.Create(Unsafe.Add(ref keys, i + 1)));
            a.X2 ^= Round(a.X3 ^ a.X0 ^ a.X1 ^ Vector128.Create(Unsafe.Add(ref keys, i + 2)));
            a.X3 ^= Round(a.X0 ^ a.X1 ^ a.X2 ^ Vector128.Create(Unsafe.Add(ref keys, i + 3)));
        }

        Store(a, ref destination);
    }

    // L(τ(x)), where L(b) = b ⊕ b⋘24 ⊕ (b ⊕ b⋘8 ⊕ b⋘16)⋘2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Round(Vector128<uint> x)
    {
        var b = TBox.Substitute(x.AsByte());
        var by8 = Vector128.Shuffle(b, Vector128.Create((byte)3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14));
        var by16 = Vector128.Shuffle(b, Vector128.Create((byte)2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
        var by24 = Vector128.Shuffle(b, Vector128.Create((byte)1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12));
        var inner = (b ^ by8 ^ by16).AsUInt32();
        return (b ^ by24).AsUInt32() ^ (inner << 2) ^ (inner >> 30);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FourBlocks Load(ref byte source) => Transpose(
        BigEndian(Vector128.LoadUnsafe(ref source)), BigEndian(Vector128.LoadUnsafe(ref source, 16)),
        BigEndian(Vector128.LoadUnsafe(ref source, 32)), BigEndian(Vector128.LoadUnsafe(ref source, 48)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(FourBlocks blocks, ref byte destination)
    {
        // The words come out in the reverse order.
        var rows = Transpose(blocks.X3, blocks.X2, blocks.X1, blocks.X0);
        BigEndian(rows.X0.AsByte()).AsByte().StoreUnsafe(ref destination);
        BigEndian(rows.X1.AsByte()).AsByte().StoreUnsafe(ref destination, 16);
        BigEndian(rows.X2.AsByte()).AsByte().StoreUnsafe(ref destination, 32);
        BigEndian(rows.X3.AsByte()).AsByte().StoreUnsafe(ref destination, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> BigEndian(Vector128<byte> words) =>
        Vector128.Shuffle(words, Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FourBlocks Transpose(Vector128<uint> r0, Vector128<uint> r1, Vector128<uint> r2, Vector128<uint> r3)
    {
        var (low01, high01) = (Lanes.Low(r0, r1).AsUInt64(), Lanes.High(r0, r1).AsUInt64());
        var (low23, high23) = (Lanes.Low(r2, r3).AsUInt64(), Lanes.High(r2, r3).AsUInt64());
        return new()
        {
            X0 = Vector128.Create(low01.GetLower(), low23.GetLower()).AsUInt32(),
            X1 = Vector128.Create(low01.GetUpper(), low23.GetUpper()).AsUInt32(),
            X2 = Vector128.Create(high01.GetLower(), high23.GetLower()).AsUInt32(),
            X3 = Vector128.Create(high01.GetUpper(), high23.GetUpper()).AsUInt32(),
        };
    }

    private struct FourBlocks
    {
        public Vector128<uint> X0;
        public Vector128<uint> X1;
        public Vector128<uint> X2;
        public Vector128<uint> X3;
    }
}
