using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using ScCa.Keys.Files;

namespace ScCa.Keys;

/// <summary>An encrypted private key as it lies in its file, checked to be one before any password is tried on it.</summary>
internal sealed class EncryptedKey
{
    private readonly string path;

    private readonly byte[] encryptedPkcs8;

    private EncryptedKey(string path, byte[] encryptedPkcs8)
    {
        this.path = path;
        this.encryptedPkcs8 = encryptedPkcs8;
    }

    public static EncryptedKey FromPem(string path, ReadOnlySpan<byte> content)
    {
        var text = GC.AllocateArray<char>(content.Length, pinned: true);
        try
        {
            // Latin-1 maps every byte to one character: what is no PEM stays none, and nothing can fail to decode.
            Encoding.Latin1.GetChars(content, text);
            if (!PemEncoding.TryFind(text, out var pem))
                throw KeyRefusals.KeyMalformed(path);
            return (text.AsSpan()[pem.Label]) switch
            {
                "ENCRYPTED PRIVATE KEY" => FromDer(path, Convert.FromBase64String(new string(text.AsSpan()[pem.Base64Data]))),
                "PRIVATE KEY" or "EC PRIVATE KEY" => throw KeyRefusals.KeyNotEncrypted(path),
                _ => throw KeyRefusals.KeyMalformed(path),
            };
        }
        finally
        {
            Array.Clear(text);
        }
    }

    /// <summary>The key, which the caller disposes of.</summary>
    public IFileKeyKind Decrypt(ReadOnlySpan<char> password)
    {
        byte[]? pkcs8 = null;
        try
        {
            pkcs8 = Pbes2.Decrypt(encryptedPkcs8, password);
            return FileKeyKinds.From(pkcs8) ?? throw KeyRefusals.KeyOfAnotherKind(path);
        }
        catch (CryptographicException e)
        {
            throw KeyRefusals.WrongPassword(path, e);
        }
        catch (AsnContentException e)
        {
            throw KeyRefusals.KeyMalformed(path, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    // RFC 5958 §3: EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING }
    private static EncryptedKey FromDer(string path, byte[] der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.BER);
            var info = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var algorithm = info.ReadSequence();
            if (algorithm.ReadObjectIdentifier() != Pbes2.Oid)
                throw KeyRefusals.EncryptionTooOld(path);
            info.ReadOctetString();
            info.ThrowIfNotEmpty();
            return new EncryptedKey(path, der);
        }
        catch (AsnContentException e)
        {
            throw KeyRefusals.KeyMalformed(path, e);
        }
    }
}
