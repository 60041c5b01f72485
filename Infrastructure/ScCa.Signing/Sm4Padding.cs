using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>PKCS#7 padding (RFC 5652 §6.3), or none.</summary>
internal static class Sm4Padding
{
    private const int Block = Sm4.BlockSizeInBytes;

    public static int PaddedLength(int length, PaddingMode padding) => padding switch
    {
        PaddingMode.PKCS7 => checked(length + Block - (length % Block)),
        PaddingMode.None when length % Block == 0 => length,
        PaddingMode.None => throw new ArgumentException($"Without padding the length is a multiple of {Block} bytes.", nameof(length)),
        _ => throw new ArgumentOutOfRangeException(nameof(padding)),
    };

    public static void Pad(ReadOnlySpan<byte> rest, Span<byte> last)
    {
        last.Fill((byte)(Block - rest.Length));
        rest.CopyTo(last);
    }

    public static void CheckCiphertext(int length, PaddingMode padding)
    {
        if (padding is not (PaddingMode.None or PaddingMode.PKCS7))
            throw new ArgumentOutOfRangeException(nameof(padding));
        if (length % Block != 0 || (padding == PaddingMode.PKCS7 && length == 0))
            throw new CryptographicException($"The ciphertext is not whole blocks of {Block} bytes.");
    }

    /// <summary>The length without padding; which byte of it was wrong is not told, nor by the time taken.</summary>
    public static int Unpad(Span<byte> padded, PaddingMode padding)
    {
        if (padding == PaddingMode.None)
            return padded.Length;
        var last = padded[^Block..];
        int count = last[^1];
        // Negative where the count is none from 1 to 16.
        var wrong = ((count - 1) | (Block - count)) >> 31;
        for (var i = 0; i < Block; i++)
        {
            var isPadding = (Block - 1 - i - count) >> 31;
            wrong |= isPadding & (last[i] ^ count);
        }

        if (wrong == 0)
            return padded.Length - count;
        CryptographicOperations.ZeroMemory(padded);
        throw new CryptographicException("The padding is not right: another key, or an altered ciphertext.");
    }
}
