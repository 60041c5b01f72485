using System.Buffers.Binary;
using System.Security.Cryptography;
using ScCa.Signing.Fast;

namespace ScCa.Signing;

/// <summary>The key derivation of GB/T 32918.4 §5.4.3: SM3(Z ‖ 1) ‖ SM3(Z ‖ 2) ‖ … cut to length.</summary>
public static class Sm3Kdf
{
    /// <summary>Fills <paramref name="destination"/> from the secret <paramref name="z"/>.</summary>
    public static void Derive(ReadOnlySpan<byte> z, Span<byte> destination)
    {
        var start = Sm3State<UnrolledSm3>.Start();
        start.Append(z);
        Derive(start, destination);
        start.Clear();
    }

    /// <summary>From the midstate that <c>Z</c> leaves.</summary>
    internal static void Derive(in Sm3State<UnrolledSm3> start, Span<byte> destination)
    {
        Span<byte> block = stackalloc byte[Sm3.HashSizeInBytes];
        Span<byte> counter = stackalloc byte[sizeof(uint)];
        for (var n = 1u; !destination.IsEmpty; n++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(counter, n);
            var state = start;
            state.Append(counter);
            state.Finish(block);
            var taken = Math.Min(block.Length, destination.Length);
            block[..taken].CopyTo(destination);
            destination = destination[taken..];
        }

        CryptographicOperations.ZeroMemory(block);
    }
}
