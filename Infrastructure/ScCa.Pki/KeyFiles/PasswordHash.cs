using System.Buffers.Binary;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Signing;

namespace ScCa.Pki.KeyFiles;

/// <summary>The two ways from a password to a key, over SM3 or SHA-256. Keys are the caller's to wipe.</summary>
internal sealed class PasswordHash
{
    // SM3 and SHA-256 alike: blocks of 64 bytes, digests of 32.
    private const int BlockOctets = 64;
    private const int DigestOctets = 32;

    // RFC 7292 §B.3: 3 is for integrity keys.
    private const byte IntegrityPurpose = 3;

    private delegate void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination);

    private delegate void Derivation(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int iterations, Span<byte> key);

    private readonly Hmac hmac;
    private readonly Derivation derive;

    private PasswordHash(DigestAlgorithm digest, string hmacOid, Hmac hmac, Derivation derive) => (Digest, HmacOid, this.hmac, this.derive) = (digest, hmacOid, hmac, derive);

    public static PasswordHash Sm3 { get; } = new(DigestAlgorithm.Sm3, Oids.HmacSm3, HmacSm3.HashData, DeriveWithSm3);

    public static PasswordHash Sha256 { get; } = new(
        DigestAlgorithm.Sha256, Oids.HmacWithSha256, (key, source, destination) => HMACSHA256.HashData(key, source, destination),
        (password, salt, iterations, key) => Rfc2898DeriveBytes.Pbkdf2(password, salt, key, iterations, HashAlgorithmName.SHA256));

    public DigestAlgorithm Digest { get; }

    public string HmacOid { get; }

    public static PasswordHash? FindByHmac(string oid) => oid switch
    {
        Oids.HmacSm3 or Oids.HmacSm3OfGmT0091 => Sm3,
        Oids.HmacWithSha256 => Sha256,
        _ => null,
    };

    public static PasswordHash? FindByDigest(DigestAlgorithm? digest) => digest == Sm3.Digest ? Sm3 : digest == Sha256.Digest ? Sha256 : null;

    /// <summary>PBKDF2, RFC 8018 §5.2.</summary>
    public byte[] DeriveKey(KeyFilePassword password, ReadOnlySpan<byte> salt, int iterations, int length)
    {
        var key = GC.AllocateArray<byte>(length, pinned: true);
        derive(password.Utf8, salt, iterations, key);
        return key;
    }

    /// <summary>The code over a file's content under a key of RFC 7292 Appendix B.</summary>
    public byte[] Authenticate(KeyFilePassword password, ReadOnlySpan<byte> salt, int iterations, ReadOnlySpan<byte> content)
    {
        Span<byte> key = stackalloc byte[DigestOctets];
        DeriveIntegrityKey(password.Bmp, salt, iterations, key);
        var code = new byte[DigestOctets];
        hmac(key, content, code);
        CryptographicOperations.ZeroMemory(key);
        return code;
    }

    // RFC 7292 §B.2. The key is as long as a digest, so the first block is all of it.
    private void DeriveIntegrityKey(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int iterations, Span<byte> key)
    {
        var input = GC.AllocateArray<byte>(BlockOctets + RoundedUp(salt.Length) + RoundedUp(password.Length), pinned: true);
        input.AsSpan(0, BlockOctets).Fill(IntegrityPurpose);
        Repeat(salt, input.AsSpan(BlockOctets, RoundedUp(salt.Length)));
        Repeat(password, input.AsSpan(BlockOctets + RoundedUp(salt.Length)));
        Digest.HashData(input, key);
        for (var i = 1; i < iterations; i++)
            Digest.HashData(key, key);
        CryptographicOperations.ZeroMemory(input);
    }

    private static int RoundedUp(int length) => (length + BlockOctets - 1) / BlockOctets * BlockOctets;

    private static void Repeat(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = source[i % source.Length];
    }

    private static void DeriveWithSm3(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int iterations, Span<byte> key)
    {
        using var mac = new HmacSm3(password);
        Span<byte> u = stackalloc byte[DigestOctets];
        Span<byte> t = stackalloc byte[DigestOctets];
        Span<byte> index = stackalloc byte[sizeof(int)];
        for (var (at, block) = (0, 1); at < key.Length; at += DigestOctets, block++)
        {
            BinaryPrimitives.WriteInt32BigEndian(index, block);
            mac.Append(salt);
            mac.Append(index);
            mac.GetHashAndReset(u);
            u.CopyTo(t);
            for (var i = 1; i < iterations; i++)
            {
                mac.Append(u);
                mac.GetHashAndReset(u);
                for (var n = 0; n < DigestOctets; n++)
                    t[n] ^= u[n];
            }

            t[..Math.Min(DigestOctets, key.Length - at)].CopyTo(key[at..]);
        }

        CryptographicOperations.ZeroMemory(u);
        CryptographicOperations.ZeroMemory(t);
    }
}
