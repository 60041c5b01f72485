using System.Buffers.Binary;

namespace ScCa.Signing.Tests;

/// <summary>Bytes that look random and are the same every time.</summary>
internal static class Some
{
    public static byte[] Bytes(int seed, int count)
    {
        var bytes = new byte[count];
        Fill(seed, bytes);
        return bytes;
    }

    public static void Fill(int seed, Span<byte> bytes) => new Random(seed).NextBytes(bytes);

    /// <summary>Different for each index, under one seed.</summary>
    public static byte[] Bytes(int seed, int index, int count)
    {
        Span<byte> z = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(z, seed);
        BinaryPrimitives.WriteInt32BigEndian(z[4..], index);
        var bytes = new byte[count];
        Sm3Kdf.Derive(z, bytes);
        return bytes;
    }
}
