using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>A stream of encrypted counters over a message.</summary>
internal static class Sm4Counter
{
    private const int Together = 16;

    public static UInt128 Read(ReadOnlySpan<byte> counter) => BinaryPrimitives.ReadUInt128BigEndian(counter);

    /// <param name="isCounterShort">Only the last 32 bits count, as in GCM.</param>
    [SkipLocalsInit]
    public static void Transform(
        ReadOnlySpan<uint> keys, UInt128 counter, bool isCounterShort, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        Span<byte> stream = stackalloc byte[Together * Sm4.BlockSizeInBytes];
        for (var at = 0; at < source.Length; at += stream.Length)
        {
            var piece = source.Slice(at, Math.Min(stream.Length, source.Length - at));
            var blocks = (piece.Length + Sm4.BlockSizeInBytes - 1) / Sm4.BlockSizeInBytes;
            for (var i = 0; i < blocks; i++)
            {
                BinaryPrimitives.WriteUInt128BigEndian(stream[(i * Sm4.BlockSizeInBytes)..], counter);
                counter = isCounterShort ? Next(counter) : counter + 1;
            }

            var used = stream[..(blocks * Sm4.BlockSizeInBytes)];
            Sm4Blocks.Process(keys, used, used);
            Xor(piece, used, destination[at..]);
        }

        CryptographicOperations.ZeroMemory(stream);
    }

    private static UInt128 Next(UInt128 counter) => (counter & ~(UInt128)uint.MaxValue) | (uint)(counter + 1);

    private static void Xor(ReadOnlySpan<byte> source, ReadOnlySpan<byte> stream, Span<byte> destination)
    {
        var i = 0;
        for (; i + sizeof(ulong) <= source.Length; i += sizeof(ulong))
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(source[i..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(stream[i..]);
            BinaryPrimitives.WriteUInt64LittleEndian(destination[i..], word);
        }

        for (; i < source.Length; i++)
            destination[i] = (byte)(source[i] ^ stream[i]);
    }
}
