using System.Buffers.Binary;
using System.Numerics;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;

namespace ScCa.Signing;

/// <summary>The key schedule, and blocks by the best path that this machine has.</summary>
internal static class Sm4Blocks
{
    public static void Process(ReadOnlySpan<uint> roundKeys, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (AesSm4Box.IsSupported)
            VectorSm4<AesSm4Box>.Process(roundKeys, source, destination);
        else if (ShuffleSm4Box.IsSupported)
            VectorSm4<ShuffleSm4Box>.Process(roundKeys, source, destination);
        else
            PlainSm4.Process(roundKeys, source, destination);
    }

    public static void Expand(ReadOnlySpan<byte> key, Span<uint> roundKeys)
    {
        if (AesSm4Box.IsSupported)
            Expand<VectorSm4<AesSm4Box>>(key, roundKeys);
        else if (ShuffleSm4Box.IsSupported)
            Expand<VectorSm4<ShuffleSm4Box>>(key, roundKeys);
        else
            Expand<PlainSm4>(key, roundKeys);
    }

    // 7.3
    public static void Expand<TRounds>(ReadOnlySpan<byte> key, Span<uint> roundKeys)
        where TRounds : struct, ISm4Rounds
    {
        var k0 = BinaryPrimitives.ReadUInt32BigEndian(key) ^ 0xA3B1BAC6;
        var k1 = BinaryPrimitives.ReadUInt32BigEndian(key[4..]) ^ 0x56AA3350;
        var k2 = BinaryPrimitives.ReadUInt32BigEndian(key[8..]) ^ 0x677D9197;
        var k3 = BinaryPrimitives.ReadUInt32BigEndian(key[12..]) ^ 0xB27022DC;
        for (var i = 0; i < Sm4.Rounds; i++)
        {
            var b = TRounds.Substitute(k1 ^ k2 ^ k3 ^ Constant(i));
            roundKeys[i] = k0 ^ b ^ BitOperations.RotateLeft(b, 13) ^ BitOperations.RotateLeft(b, 23);
            (k0, k1, k2, k3) = (k1, k2, k3, roundKeys[i]);
        }
    }

    // CK: byte j of word i is (4i + j)·7 modulo 256.
    private static uint Constant(int i) =>
        ((uint)(byte)(28 * i) << 24) | ((uint)(byte)((28 * i) + 7) << 16) | ((uint)(byte)((28 * i) + 14) << 8) | (byte)((28 * i) + 21);
}
