using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScCa.Signing.Fast;

/// <summary>
/// SM4's S-box and AES's are both an inversion in a field of 256 elements between affine maps, and the fields are isomorphic: the AES
/// instruction inverts, and an affine map before and one after it, by half bytes, make up the difference.
/// </summary>
internal readonly struct AesSm4Box : ISm4Box
{
    public static bool IsSupported => Aes.IsSupported && Ssse3.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Substitute(Vector128<byte> bytes)
    {
        var before = Affine(
            bytes,
            Vector128.Create(0x9197E2E474720701, 0xC7C1B4B222245157).AsByte(),
            Vector128.Create(0xE240AB09EB49A200, 0xF052B91BF95BB012).AsByte());
        // The instruction's own permutation of the bytes, undone beforehand.
        var unshifted = Ssse3.Shuffle(before, Vector128.Create(0x0B0E0104070A0D00, 0x0306090C0F020508).AsByte());
        return Affine(
            Aes.EncryptLast(unshifted, Vector128<byte>.Zero),
            Vector128.Create(0x5B67F2CEA19D0834, 0xEDD14478172BBE82).AsByte(),
            Vector128.Create(0xAE7201DD73AFDC00, 0x11CDBE62CC1063BF).AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Affine(Vector128<byte> bytes, Vector128<byte> ofLowHalves, Vector128<byte> ofHighHalves)
    {
        var half = Vector128.Create((byte)0x0F);
        return Ssse3.Shuffle(ofLowHalves, bytes & half) ^ Ssse3.Shuffle(ofHighHalves, (bytes.AsUInt16() >> 4).AsByte() & half);
    }
}
