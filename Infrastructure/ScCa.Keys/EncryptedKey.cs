using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Keys;

/// <summary>An encrypted private key as it lies in its file, checked to be one before any password is tried on it.</summary>
internal sealed class EncryptedKey
{
    // RFC 8018 §6.2, Appendix A.4.
    private const string Pbes2 = "1.2.840.113549.1.5.13";

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
    public ECDsa Decrypt(ReadOnlySpan<char> password)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(password, encryptedPkcs8, out _);
            if (key.ExportParameters(includePrivateParameters: false).Curve is not { IsNamed: true, Oid.Value: { } curve } || curve != KeyAlgorithm.EcdsaP256.CurveOid)
                throw KeyRefusals.WrongCurve(path);
            return key;
        }
        catch (CryptographicException e)
        {
            key.Dispose();
            throw IsRsa(password) ? KeyRefusals.WrongCurve(path) : KeyRefusals.WrongPassword(path, e);
        }
        catch
        {
            key.Dispose();
            throw;
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
            if (algorithm.ReadObjectIdentifier() != Pbes2)
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

    // The framework says "wrong password" and "another kind of key" in one breath; the operator needs to know which.
    private bool IsRsa(ReadOnlySpan<char> password)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportEncryptedPkcs8PrivateKey(password, encryptedPkcs8, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
