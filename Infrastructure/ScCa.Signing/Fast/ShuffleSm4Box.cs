using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ScCa.Signing.Reference;

namespace ScCa.Signing.Fast;

/// <summary>The S-box as sixteen rows in registers: every row is asked for every byte, and only the right one answers.</summary>
internal readonly struct ShuffleSm4Box : ISm4Box
{
    public static bool IsSupported => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Substitute(Vector128<byte> bytes)
    {
        ref var box = ref MemoryMarshal.GetReference(PlainSm4.Box);
        var result = Vector128<byte>.Zero;
        for (nuint row = 0; row < 16; row++)
            result |= Lookup(Vector128.LoadUnsafe(ref box, 16 * row), bytes ^ Vector128.Create((byte)(16 * row)));
        return result;
    }

    // Zero for an index above fifteen: of itself on Arm, by its highest bit on x86.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Lookup(Vector128<byte> row, Vector128<byte> index) => Ssse3.IsSupported
        ? Ssse3.Shuffle(row, Sse2.AddSaturate(index, Vector128.Create((byte)0x70)))
        : AdvSimd.Arm64.VectorTableLookup(row, index);
}
