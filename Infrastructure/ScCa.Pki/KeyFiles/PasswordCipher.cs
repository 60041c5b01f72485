using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.KeyFiles;

/// <summary>PBES2 with PBKDF2, RFC 8018 §6.2: a content cipher under a key from a password.</summary>
internal sealed record PasswordCipher(PasswordHash Hash, ReadOnlyMemory<byte> Salt, int Iterations, ContentCipher Cipher, ReadOnlyMemory<byte> Iv)
{
    private const int SaltOctets = 16;

    public static PasswordCipher New(KeyFileProfile profile) =>
        new(profile.Derivation, RandomNumberGenerator.GetBytes(SaltOctets), profile.Iterations, profile.Cipher, ContentCipher.NewIv());

    public static PasswordCipher Of(AlgorithmIdentifier.Parts identifier) => identifier.Oid != Oids.Pbes2
        ? throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown)
        : Reading.Whole(identifier.Parameters, PkiRefusal.KeyFileMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var derivation = AlgorithmIdentifier.Read(fields);
            var (cipher, iv) = ContentCipher.Of(AlgorithmIdentifier.Read(fields));
            fields.RequireEmpty();
            var (hash, salt, iterations) = ReadDerivation(derivation, cipher.KeySizeInBytes);
            return new PasswordCipher(hash, salt, iterations, cipher, iv);
        });

    public byte[] Encrypt(KeyFilePassword password, ReadOnlySpan<byte> plaintext)
    {
        var key = Hash.DeriveKey(password, Salt.Span, Iterations, Cipher.KeySizeInBytes);
        var ciphertext = Cipher.Encrypt(key, Iv.Span, plaintext);
        CryptographicOperations.ZeroMemory(key);
        return ciphertext;
    }

    /// <summary>What is opened is the caller's to wipe.</summary>
    /// <exception cref="PkiRefusedException">It does not open with this password.</exception>
    public byte[] Decrypt(KeyFilePassword password, IterationBudget budget, ReadOnlySpan<byte> ciphertext)
    {
        budget.Spend(Iterations);
        var key = Hash.DeriveKey(password, Salt.Span, Iterations, Cipher.KeySizeInBytes);
        var plaintext = Cipher.Decrypt(key, Iv.Span, ciphertext);
        CryptographicOperations.ZeroMemory(key);
        return plaintext ?? throw new PkiRefusedException(PkiRefusal.KeyFileRejected);
    }

    public void WriteIdentifier(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Pbes2);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Pbkdf2);
                    using (writer.PushSequence())
                    {
                        writer.WriteOctetString(Salt.Span);
                        writer.WriteInteger(Iterations);
                        writer.WriteEncodedValue(AlgorithmIdentifier.Write(Hash.HmacOid, withNull: true));
                    }
                }

                Cipher.WriteIdentifier(writer, Iv.Span);
            }
        }
    }

    private static (PasswordHash Hash, ReadOnlyMemory<byte> Salt, int Iterations) ReadDerivation(AlgorithmIdentifier.Parts identifier, int keySize)
    {
        if (identifier.Oid != Oids.Pbkdf2)
            throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown);
        return Reading.Whole<(PasswordHash, ReadOnlyMemory<byte>, int)>(identifier.Parameters, PkiRefusal.KeyFileMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var salt = fields.ReadOctetString();
            var iterations = fields.ReadSmallInteger();
            if (fields.Has(Asn1Tag.Integer) && fields.ReadSmallInteger() != keySize)
                throw new AsnContentException("The key is not as long as the cipher's.");
            // prf DEFAULT hmacWithSHA1, which is not taken.
            var hash = fields.HasData ? PasswordHash.FindByHmac(AlgorithmIdentifier.Read(fields).Oid) : null;
            fields.RequireEmpty();
            return (hash ?? throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown), salt, iterations);
        });
    }
}
