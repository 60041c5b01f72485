using ScCa.Signing.Fast;

namespace ScCa.Signing;

/// <summary>The hash SM3 (GB/T 32905, GM/T 0004) in one call.</summary>
public static class Sm3
{
    public const int HashSizeInBytes = 32;

    public const int BlockSizeInBytes = 64;

    /// <summary>Writes the 32 bytes of the hash to the front of <paramref name="destination"/>.</summary>
    public static void HashData(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        Lengths.AtLeast(destination, HashSizeInBytes);
        Sm3State<UnrolledSm3>.Hash(source, destination);
    }

    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var hash = new byte[HashSizeInBytes];
        HashData(source, hash);
        return hash;
    }
}
