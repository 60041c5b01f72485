using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Signing;

namespace ScCa.Pki.Messages;

/// <summary>Opens with a key that this process holds. The key stays its owner's: it is not disposed of here.</summary>
public sealed class RecipientKey : IRecipientKey
{
    private delegate byte[] Opening(ReadOnlySpan<byte> encryptedKey);

    private readonly Opening open;

    private RecipientKey(PublicKeyKind kind, Opening open) => (Kind, this.open) = (kind, open);

    public PublicKeyKind Kind { get; }

    public static RecipientKey Of(Sm2PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(PublicKeyKind.Sm2, encrypted => Open(key, encrypted));
    }

    /// <summary>RSAES-PKCS1-v1_5, RFC 3370 §4.2.1.</summary>
    public static RecipientKey Of(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(PublicKeyKind.Rsa, encrypted =>
        {
            lock (key)
                return key.Decrypt(encrypted, RSAEncryptionPadding.Pkcs1);
        });
    }

    public byte[]? Decrypt(ReadOnlySpan<byte> encryptedKey)
    {
        try
        {
            return open(encryptedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Open(Sm2PrivateKey key, ReadOnlySpan<byte> encrypted)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(encrypted.Length, pinned: true);
        try
        {
            return buffer.AsSpan(0, key.Decrypt(encrypted, buffer)).ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }
}
