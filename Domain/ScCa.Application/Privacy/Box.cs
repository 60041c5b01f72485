using System.Security.Cryptography;
using ScCa.Application.Ports;

namespace ScCa.Application.Privacy;

/// <summary>AES-256-GCM as nonce, ciphertext and tag in one.</summary>
internal static class Box
{
    public const int TagSize = 16;
    private const int NonceSize = 12;

    /// <param name="bound">What the box is bound to: under anything else it does not open.</param>
    public static byte[] Seal(IRandomSource random, ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> bound)
    {
        var box = new byte[NonceSize + plaintext.Length + TagSize];
        var nonce = box.AsSpan(0, NonceSize);
        random.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plaintext, box.AsSpan(NonceSize, plaintext.Length), box.AsSpan(NonceSize + plaintext.Length), bound);
        return box;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> bound)
    {
        if (box.Length < NonceSize + TagSize)
            throw new CryptographicException("A sealed value is too short.");
        var plaintext = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plaintext, bound);
        return plaintext;
    }
}
