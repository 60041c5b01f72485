using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScCa.Signing.Fast;

/// <summary>By carry-less multiplication (Gueron, Kounavis: "Intel Carry-Less Multiplication Instruction and its Usage for Computing the GCM Mode", figure 5).</summary>
internal readonly struct ClmulGhash : IGhash
{
    public static bool IsSupported => Pclmulqdq.IsSupported && Ssse3.IsSupported;

    public static void Update(ReadOnlySpan<byte> key, Span<byte> running, ReadOnlySpan<byte> message)
    {
        var h = Load(key);
        var y = Load(running);
        for (; message.Length >= Sm4.BlockSizeInBytes; message = message[Sm4.BlockSizeInBytes..])
            y = Multiply(y ^ Load(message), h);
        if (!message.IsEmpty)
        {
            Span<byte> last = stackalloc byte[Sm4.BlockSizeInBytes];
            last.Clear();
            message.CopyTo(last);
            y = Multiply(y ^ Load(last), h);
            Wipe.Values(last);
        }

        Reverse(y).StoreUnsafe(ref MemoryMarshal.GetReference(running[..Sm4.BlockSizeInBytes]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ReadOnlySpan<byte> block) => Reverse(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(block[..Sm4.BlockSizeInBytes])));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Reverse(Vector128<byte> block) =>
        Vector128.Shuffle(block, Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Multiply(Vector128<byte> x, Vector128<byte> y)
    {
        var (a, b) = (x.AsUInt64(), y.AsUInt64());
        var middle = (Pclmulqdq.CarrylessMultiply(a, b, 0x10) ^ Pclmulqdq.CarrylessMultiply(a, b, 0x01)).AsByte();
        var low = (Pclmulqdq.CarrylessMultiply(a, b, 0x00).AsByte() ^ Sse2.ShiftLeftLogical128BitLane(middle, 8)).AsUInt32();
        var high = (Pclmulqdq.CarrylessMultiply(a, b, 0x11).AsByte() ^ Sse2.ShiftRightLogical128BitLane(middle, 8)).AsUInt32();

        // The bits are mirrored: the product belongs one to the left.
        var carriesOfLow = low >> 31;
        var carriesOfHigh = high >> 31;
        var across = Sse2.ShiftRightLogical128BitLane(carriesOfLow, 12);
        low = (low << 1) | Sse2.ShiftLeftLogical128BitLane(carriesOfLow, 4);
        high = (high << 1) | Sse2.ShiftLeftLogical128BitLane(carriesOfHigh, 4) | across;

        // Modulo x¹²⁸ + x⁷ + x² + x + 1.
        var folded = (low << 31) ^ (low << 30) ^ (low << 25);
        var rest = Sse2.ShiftRightLogical128BitLane(folded, 4);
        low ^= Sse2.ShiftLeftLogical128BitLane(folded, 12);
        return (high ^ low ^ (low >> 1) ^ (low >> 2) ^ (low >> 7) ^ rest).AsByte();
    }
}
