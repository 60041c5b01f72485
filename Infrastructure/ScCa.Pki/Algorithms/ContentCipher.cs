using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Asn1;
using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

/// <summary>A block cipher in CBC with the padding of RFC 5652 §6.3, by its object identifier. It hides; it does not say whether what it hides was altered.</summary>
internal sealed class ContentCipher
{
    private const int BlockOctets = 16;

    private delegate int Transformation(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> source, Span<byte> destination);

    private readonly Transformation encrypt;
    private readonly Transformation decrypt;

    private ContentCipher(string oid, int keySizeInBytes, Transformation encrypt, Transformation decrypt) =>
        (Oid, KeySizeInBytes, this.encrypt, this.decrypt) = (oid, keySizeInBytes, encrypt, decrypt);

    public static ContentCipher Sm4Cbc { get; } = new(Oids.Sm4Cbc, Sm4.KeySizeInBytes, EncryptSm4, DecryptSm4);

    public static ContentCipher Aes256Cbc { get; } = new(Oids.Aes256Cbc, 32, EncryptAes, DecryptAes);

    /// <summary>Read where others still write it.</summary>
    public static ContentCipher Aes128Cbc { get; } = new(Oids.Aes128Cbc, 16, EncryptAes, DecryptAes);

    public string Oid { get; }

    public int KeySizeInBytes { get; }

    private static IReadOnlyList<ContentCipher> All => [Sm4Cbc, Aes256Cbc, Aes128Cbc];

    /// <summary>The cipher of an AlgorithmIdentifier, and the IV that is its parameter.</summary>
    public static (ContentCipher Cipher, ReadOnlyMemory<byte> Iv) Of(AlgorithmIdentifier.Parts identifier)
    {
        var cipher = All.FirstOrDefault(one => one.Oid == identifier.Oid) ?? throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown);
        var iv = Reading.Whole(identifier.Parameters, PkiRefusal.AlgorithmUnknown, reader => reader.ReadOctetString());
        return iv.Length == BlockOctets ? (cipher, iv) : throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown);
    }

    public static byte[] NewIv() => RandomNumberGenerator.GetBytes(BlockOctets);

    public void WriteIdentifier(AsnWriter writer, ReadOnlySpan<byte> iv)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oid);
            writer.WriteOctetString(iv);
        }
    }

    public byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext)
    {
        var ciphertext = new byte[plaintext.Length - (plaintext.Length % BlockOctets) + BlockOctets];
        encrypt(key, iv, plaintext, ciphertext);
        return ciphertext;
    }

    /// <summary>Null where length or padding are wrong. What is returned is the caller's to wipe.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.IsEmpty || ciphertext.Length % BlockOctets != 0 || key.Length != KeySizeInBytes)
            return null;
        var buffer = GC.AllocateUninitializedArray<byte>(ciphertext.Length, pinned: true);
        try
        {
            return buffer.AsSpan(0, decrypt(key, iv, ciphertext, buffer)).ToArray();
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private static int EncryptSm4(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var cipher = new Sm4(key);
        return cipher.EncryptCbc(source, iv, destination);
    }

    private static int DecryptSm4(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var cipher = new Sm4(key);
        return cipher.DecryptCbc(source, iv, destination);
    }

    private static int EncryptAes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var cipher = Aes.Create();
        cipher.SetKey(key);
        return cipher.EncryptCbc(source, iv, destination);
    }

    private static int DecryptAes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using var cipher = Aes.Create();
        cipher.SetKey(key);
        return cipher.DecryptCbc(source, iv, destination);
    }
}
