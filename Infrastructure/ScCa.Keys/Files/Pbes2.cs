using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Keys.Files;

/// <summary>
/// PKCS#8 encrypted by a password, RFC 8018 §6.2 (PBES2 with PBKDF2): AES-CBC is written; SM4-CBC is read too. The framework has this for its own kinds of
/// key alone, and SM2 is none of them.
/// </summary>
internal static class Pbes2
{
    public const string Oid = "1.2.840.113549.1.5.13";

    // A file that asks for more only means to keep the program busy.
    private const int IterationsMax = 100_000_000;

    private const int SaltOctets = 16;
    private const int BlockOctets = 16;
    private const int KeyOctets = 32;
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const string HmacSha1 = "1.2.840.113549.2.7";
    private const string HmacSha256 = "1.2.840.113549.2.9";
    private const string Aes256 = "2.16.840.1.101.3.4.1.42";
    private const string Sm4Cbc = "1.2.156.10197.1.104.2";

    private sealed record Parameters(byte[] Salt, int Iterations, HashAlgorithmName Prf, string Cipher, int KeyOctets, byte[] Vector);

    /// <summary>EncryptedPrivateKeyInfo, RFC 5958 §3.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> pkcs8, ReadOnlySpan<char> password, int iterations)
    {
        var parameters = new Parameters(
            RandomNumberGenerator.GetBytes(SaltOctets), iterations, HashAlgorithmName.SHA256, Aes256, KeyOctets, RandomNumberGenerator.GetBytes(BlockOctets));
        var key = Derive(parameters, password);
        try
        {
            using var aes = Aes.Create();
            aes.SetKey(key);
            return Write(parameters, aes.EncryptCbc(pkcs8, parameters.Vector));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>PKCS#8 in the clear, in memory that the caller wipes.</summary>
    /// <exception cref="CryptographicException">The password is wrong.</exception>
    /// <exception cref="AsnContentException">The structure is none of PBES2 as it is known here.</exception>
    public static byte[] Decrypt(ReadOnlyMemory<byte> encrypted, ReadOnlySpan<char> password)
    {
        var info = new AsnReader(encrypted, AsnEncodingRules.BER).ReadSequence();
        var algorithm = info.ReadSequence();
        algorithm.ReadObjectIdentifier();
        var parameters = Read(algorithm.ReadSequence());
        var key = Derive(parameters, password);
        try
        {
            return Decrypt(parameters, key, info.ReadOctetString());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Decrypt(Parameters parameters, byte[] key, byte[] ciphertext)
    {
        if (ciphertext.Length == 0 || ciphertext.Length % BlockOctets != 0)
            throw new AsnContentException("Whole blocks are encrypted.");
        var plaintext = GC.AllocateArray<byte>(ciphertext.Length, pinned: true);
        try
        {
            var length = Decrypt(parameters, key, ciphertext, plaintext);
            var exact = GC.AllocateArray<byte>(length, pinned: true);
            plaintext.AsSpan(0, length).CopyTo(exact);
            return exact;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private static int Decrypt(Parameters parameters, byte[] key, byte[] ciphertext, byte[] plaintext)
    {
        if (parameters.Cipher == Sm4Cbc)
        {
            using var sm4 = new Sm4(key);
            return sm4.DecryptCbc(ciphertext, parameters.Vector, plaintext, PaddingMode.PKCS7);
        }

        using var aes = Aes.Create();
        aes.SetKey(key);
        return aes.DecryptCbc(ciphertext, parameters.Vector, plaintext);
    }

    private static byte[] Derive(Parameters parameters, ReadOnlySpan<char> password)
    {
        var key = GC.AllocateArray<byte>(parameters.KeyOctets, pinned: true);
        Rfc2898DeriveBytes.Pbkdf2(password, parameters.Salt, key, parameters.Iterations, parameters.Prf);
        return key;
    }

    private static Parameters Read(AsnReader fields)
    {
        var derivation = fields.ReadSequence();
        if (derivation.ReadObjectIdentifier() != Pbkdf2)
            throw new AsnContentException("Keys are derived by PBKDF2.");
        var pbkdf2 = derivation.ReadSequence();
        var salt = pbkdf2.ReadOctetString();
        if (!pbkdf2.TryReadInt32(out var iterations) || iterations is < 1 or > IterationsMax)
            throw new AsnContentException("The count of iterations is out of range.");
        if (pbkdf2.HasData && pbkdf2.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            pbkdf2.ReadInteger();
        // prf DEFAULT hmacWithSHA1
        var prf = pbkdf2.HasData ? pbkdf2.ReadSequence().ReadObjectIdentifier() : HmacSha1;
        var scheme = fields.ReadSequence();
        var cipher = scheme.ReadObjectIdentifier();
        var vector = scheme.ReadOctetString();
        return vector.Length == BlockOctets
            ? new(salt, iterations, PrfOf(prf), cipher, KeyOctetsOf(cipher), vector)
            : throw new AsnContentException("The initialisation vector is one block.");
    }

    private static HashAlgorithmName PrfOf(string oid) => oid switch
    {
        HmacSha1 => HashAlgorithmName.SHA1,
        HmacSha256 => HashAlgorithmName.SHA256,
        "1.2.840.113549.2.10" => HashAlgorithmName.SHA384,
        "1.2.840.113549.2.11" => HashAlgorithmName.SHA512,
        _ => throw new AsnContentException("The hash of the derivation is not known here."),
    };

    private static int KeyOctetsOf(string cipher) => cipher switch
    {
        Sm4Cbc or "2.16.840.1.101.3.4.1.2" => 16,
        "2.16.840.1.101.3.4.1.22" => 24,
        Aes256 => KeyOctets,
        _ => throw new AsnContentException("The cipher is not known here."),
    };

    private static byte[] Write(Parameters parameters, byte[] ciphertext)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oid);
                using (writer.PushSequence())
                    WriteParameters(writer, parameters);
            }

            writer.WriteOctetString(ciphertext);
        }

        return writer.Encode();
    }

    private static void WriteParameters(AsnWriter writer, Parameters parameters)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Pbkdf2);
            using (writer.PushSequence())
            {
                writer.WriteOctetString(parameters.Salt);
                writer.WriteInteger(parameters.Iterations);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(HmacSha256);
                    writer.WriteNull();
                }
            }
        }

        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(parameters.Cipher);
            writer.WriteOctetString(parameters.Vector);
        }
    }
}
