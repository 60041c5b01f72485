using System.Security.Cryptography;
using System.Text;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// AEAD_AES_256_GCM (RFC 5116 5.2) as WeChat uses it: a nonce of 12 octets, the tag behind the ciphertext, all in Base64 (Interface rules, "Certificate and
/// callback decryption").
/// </summary>
internal static class WeChatPayCipher
{
    public const string Algorithm = "AEAD_AES_256_GCM";

    public const int NonceOctets = 12;

    private const int TagOctets = 16;

    /// <summary>Null where it was not sealed under this key, or was changed since.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, string nonce, string associatedData, string ciphertext)
    {
        var sealedOctets = new byte[ciphertext.Length];
        if (Encoding.UTF8.GetByteCount(nonce) != NonceOctets || !Convert.TryFromBase64String(ciphertext, sealedOctets, out var length) || length < TagOctets)
            return null;
        var plain = new byte[length - TagOctets];
        using var gcm = new AesGcm(key, TagOctets);
        try
        {
            gcm.Decrypt(
                Encoding.UTF8.GetBytes(nonce), sealedOctets.AsSpan(0, plain.Length), sealedOctets.AsSpan(plain.Length, TagOctets), plain, Encoding.UTF8.GetBytes(associatedData));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public static string Seal(ReadOnlySpan<byte> key, string nonce, string associatedData, ReadOnlySpan<byte> plain)
    {
        var octets = new byte[plain.Length + TagOctets];
        using var gcm = new AesGcm(key, TagOctets);
        gcm.Encrypt(Encoding.UTF8.GetBytes(nonce), plain, octets.AsSpan(0, plain.Length), octets.AsSpan(plain.Length), Encoding.UTF8.GetBytes(associatedData));
        return Convert.ToBase64String(octets);
    }
}
