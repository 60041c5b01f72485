using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>EncryptedContentInfo, RFC 5652 §6.1.</summary>
internal sealed record EncryptedContent(string ContentType, AlgorithmIdentifier.Parts Algorithm, ReadOnlyMemory<byte> Ciphertext)
{
    public static EncryptedContent Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var content = new EncryptedContent(fields.ReadObjectIdentifier(), AlgorithmIdentifier.Read(fields), fields.ReadOctetString(Reading.Context(0)));
        fields.RequireEmpty();
        return content;
    }

    /// <summary>Encrypts under the key with a fresh IV.</summary>
    public static void Write(AsnWriter writer, string contentType, ContentCipher cipher, ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        var iv = ContentCipher.NewIv();
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(contentType);
            cipher.WriteIdentifier(writer, iv);
            writer.WriteOctetString(cipher.Encrypt(key, iv, content), Reading.Context(0));
        }
    }

    /// <summary>Opens with what a recipient's key gave; the key is wiped. Whatever goes wrong is one and the same refusal.</summary>
    public byte[] OpenAndWipe(byte[]? key, bool hidesKeyFailure)
    {
        var (cipher, iv) = ContentCipher.Of(Algorithm);
        // RFC 3218 §2.3.2: whether an RSA key had its padding right must not be told, not even by the time that it takes.
        if (hidesKeyFailure && key?.Length != cipher.KeySizeInBytes)
            key = RandomNumberGenerator.GetBytes(cipher.KeySizeInBytes);
        try
        {
            return (key is null ? null : cipher.Decrypt(key, iv.Span, Ciphertext.Span)) ?? throw new PkiRefusedException(PkiRefusal.MessageRejected);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
