using System.Security.Cryptography;
using ScCa.Application.Privacy;

namespace ScCa.Web.Security;

/// <summary>How a key of the key ring lies in its file: nonce, ciphertext, tag.</summary>
internal static class KeyRingBox
{
    public const int NonceSize = 12;
    public const int TagSize = 16;
    private const int KeySize = 32;

    public static AesGcm Cipher(LastingSecret secret)
    {
        Span<byte> key = stackalloc byte[KeySize];
        try
        {
            secret.Derive("wrap/web-key-ring", key);
            return new AesGcm(key, TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
