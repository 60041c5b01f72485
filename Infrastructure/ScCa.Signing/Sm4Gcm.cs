using System.Buffers.Binary;
using System.Security.Cryptography;
using ScCa.Signing.Fast;
using ScCa.Signing.Reference;

namespace ScCa.Signing;

/// <summary>SM4-GCM (RFC 8998, NIST SP 800-38D) in the shape of <see cref="AesGcm"/>. A nonce never serves twice under one key.</summary>
public sealed class Sm4Gcm : IDisposable
{
    public const int NonceSizeInBytes = 12;

    public const int TagSizeInBytes = 16;

    private const int TagBytesMin = 12;
    private const int Block = Sm4.BlockSizeInBytes;

    private readonly Sm4 cipher;
    private readonly byte[] hashKey = GC.AllocateArray<byte>(Block, pinned: true);

    public Sm4Gcm(ReadOnlySpan<byte> key)
    {
        cipher = new(key);
        cipher.EncryptEcb(hashKey, hashKey);
    }

    /// <summary>Fills the ciphertext, as long as the plaintext, and the tag of 12 to 16 bytes.</summary>
    public void Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associatedData = default)
    {
        Check(nonce, plaintext.Length, ciphertext.Length, tag.Length);
        var counter = First(nonce);
        Sm4Counter.Transform(cipher.EncryptionKeys, counter + 1, isCounterShort: true, plaintext, ciphertext);
        Span<byte> whole = stackalloc byte[TagSizeInBytes];
        Authenticate(counter, ciphertext, associatedData, whole);
        whole[..tag.Length].CopyTo(tag);
        CryptographicOperations.ZeroMemory(whole);
    }

    /// <summary>Fills the plaintext; where the tag is not right nothing is decrypted.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The tag is not right.</exception>
    public void Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext, ReadOnlySpan<byte> associatedData = default)
    {
        Check(nonce, ciphertext.Length, plaintext.Length, tag.Length);
        var counter = First(nonce);
        Span<byte> expected = stackalloc byte[TagSizeInBytes];
        Authenticate(counter, ciphertext, associatedData, expected);
        var isRight = CryptographicOperations.FixedTimeEquals(expected[..tag.Length], tag);
        CryptographicOperations.ZeroMemory(expected);
        if (!isRight)
        {
            CryptographicOperations.ZeroMemory(plaintext);
            throw new AuthenticationTagMismatchException();
        }

        Sm4Counter.Transform(cipher.EncryptionKeys, counter + 1, isCounterShort: true, ciphertext, plaintext);
    }

    public void Dispose()
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(hashKey);
    }

    private static void Check(ReadOnlySpan<byte> nonce, int source, int destination, int tag)
    {
        Lengths.Exactly(nonce, NonceSizeInBytes);
        if (source != destination)
            throw new ArgumentException("Plaintext and ciphertext have one length.", nameof(destination));
        if (tag is < TagBytesMin or > TagSizeInBytes)
            throw new ArgumentException($"A tag has {TagBytesMin} to {TagSizeInBytes} bytes.", nameof(tag));
    }

    private static UInt128 First(ReadOnlySpan<byte> nonce)
    {
        Span<byte> counter = stackalloc byte[Block];
        counter.Clear();
        nonce.CopyTo(counter);
        counter[^1] = 1;
        return Sm4Counter.Read(counter);
    }

    private void Authenticate(UInt128 counter, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, Span<byte> tag)
    {
        Span<byte> lengths = stackalloc byte[Block];
        BinaryPrimitives.WriteUInt64BigEndian(lengths, (ulong)associatedData.Length * 8);
        BinaryPrimitives.WriteUInt64BigEndian(lengths[8..], (ulong)ciphertext.Length * 8);
        Span<byte> running = stackalloc byte[Block];
        running.Clear();
        Update(running, associatedData);
        Update(running, ciphertext);
        Update(running, lengths);
        Sm4Counter.Transform(cipher.EncryptionKeys, counter, isCounterShort: true, running, tag);
    }

    private void Update(Span<byte> running, ReadOnlySpan<byte> message)
    {
        if (ClmulGhash.IsSupported)
            ClmulGhash.Update(hashKey, running, message);
        else
            PlainGhash.Update(hashKey, running, message);
    }
}
