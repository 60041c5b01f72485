using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>
/// The block cipher SM4 (GB/T 32907) in its modes ECB, CBC and CTR. Round keys lie in pinned memory and are wiped when disposed of. For
/// any number of threads, as long as none disposes of it.
/// </summary>
public sealed class Sm4 : IDisposable
{
    public const int KeySizeInBytes = 16;

    public const int BlockSizeInBytes = 16;

    internal const int Rounds = 32;

    private const int CountersTogether = 16;

    private readonly uint[] encryption = GC.AllocateUninitializedArray<uint>(Rounds, pinned: true);
    private readonly uint[] decryption = GC.AllocateUninitializedArray<uint>(Rounds, pinned: true);
    private bool disposed;

    public Sm4(ReadOnlySpan<byte> key)
    {
        Lengths.Exactly(key, KeySizeInBytes);
        Sm4Blocks.Expand(key, encryption);
        encryption.CopyTo(decryption, 0);
        Array.Reverse(decryption);
    }

    /// <summary>Each block by itself. Returns the length of what was written.</summary>
    public int EncryptEcb(ReadOnlySpan<byte> plaintext, Span<byte> destination, PaddingMode padding = PaddingMode.None)
    {
        var length = Sm4Padding.PaddedLength(plaintext.Length, padding);
        Lengths.AtLeast(destination, length);
        var whole = plaintext.Length - (plaintext.Length % BlockSizeInBytes);
        Span<byte> last = stackalloc byte[BlockSizeInBytes];
        Sm4Padding.Pad(plaintext[whole..], last);
        Process(Keys(encryption), plaintext[..whole], destination);
        if (length > whole)
            Process(Keys(encryption), last, destination[whole..]);
        CryptographicOperations.ZeroMemory(last);
        return length;
    }

    /// <summary>Returns the length of the plaintext; bad padding is a <see cref="CryptographicException"/>.</summary>
    public int DecryptEcb(ReadOnlySpan<byte> ciphertext, Span<byte> destination, PaddingMode padding = PaddingMode.None)
    {
        Sm4Padding.CheckCiphertext(ciphertext.Length, padding);
        Lengths.AtLeast(destination, ciphertext.Length);
        Process(Keys(decryption), ciphertext, destination);
        return Sm4Padding.Unpad(destination[..ciphertext.Length], padding);
    }

    /// <summary>Cipher block chaining. Returns the length of what was written; the destination may be the plaintext.</summary>
    public int EncryptCbc(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> iv, Span<byte> destination, PaddingMode padding = PaddingMode.PKCS7)
    {
        Lengths.Exactly(iv, BlockSizeInBytes);
        var length = Sm4Padding.PaddedLength(plaintext.Length, padding);
        Lengths.AtLeast(destination, length);
        var keys = Keys(encryption);
        Span<byte> chain = stackalloc byte[BlockSizeInBytes];
        Span<byte> last = stackalloc byte[BlockSizeInBytes];
        iv.CopyTo(chain);
        var whole = plaintext.Length - (plaintext.Length % BlockSizeInBytes);
        Sm4Padding.Pad(plaintext[whole..], last);
        for (var at = 0; at < length; at += BlockSizeInBytes)
        {
            Xor(chain, at < whole ? plaintext.Slice(at, BlockSizeInBytes) : last, chain);
            Process(keys, chain, chain);
            chain.CopyTo(destination[at..]);
        }

        CryptographicOperations.ZeroMemory(last);
        return length;
    }

    /// <summary>
    /// Returns the length of the plaintext; bad padding is a <see cref="CryptographicException"/>. A ciphertext that an enemy may have
    /// altered is authenticated before it comes here.
    /// </summary>
    public int DecryptCbc(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> iv, Span<byte> destination, PaddingMode padding = PaddingMode.PKCS7)
    {
        Lengths.Exactly(iv, BlockSizeInBytes);
        Sm4Padding.CheckCiphertext(ciphertext.Length, padding);
        Lengths.AtLeast(destination, ciphertext.Length);
        var keys = Keys(decryption);
        Span<byte> chain = stackalloc byte[BlockSizeInBytes];
        Span<byte> next = stackalloc byte[BlockSizeInBytes];
        Span<byte> some = stackalloc byte[CountersTogether * BlockSizeInBytes];
        iv.CopyTo(chain);
        for (var at = 0; at < ciphertext.Length;)
        {
            var piece = ciphertext.Slice(at, Math.Min(some.Length, ciphertext.Length - at));
            piece[^BlockSizeInBytes..].CopyTo(next);
            Process(keys, piece, some);
            Xor(some[..BlockSizeInBytes], chain, some);
            Xor(some[BlockSizeInBytes..piece.Length], piece[..^BlockSizeInBytes], some[BlockSizeInBytes..]);
            some[..piece.Length].CopyTo(destination[at..]);
            next.CopyTo(chain);
            at += piece.Length;
        }

        CryptographicOperations.ZeroMemory(some);
        return Sm4Padding.Unpad(destination[..ciphertext.Length], padding);
    }

    /// <summary>Counter mode over a 128-bit big-endian counter that starts as given; the same call encrypts and decrypts. A counter never serves twice.</summary>
    public void TransformCtr(ReadOnlySpan<byte> source, ReadOnlySpan<byte> counter, Span<byte> destination)
    {
        Lengths.Exactly(counter, BlockSizeInBytes);
        Lengths.AtLeast(destination, source.Length);
        Sm4Counter.Transform(Keys(encryption), Sm4Counter.Read(counter), isCounterShort: false, source, destination);
    }

    public void Dispose()
    {
        disposed = true;
        Wipe.Values<uint>(encryption);
        Wipe.Values<uint>(decryption);
    }

    internal ReadOnlySpan<uint> EncryptionKeys => Keys(encryption);

    private ReadOnlySpan<uint> Keys(uint[] keys)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return keys;
    }

    private static void Process(ReadOnlySpan<uint> keys, ReadOnlySpan<byte> source, Span<byte> destination) => Sm4Blocks.Process(keys, source, destination);

    private static void Xor(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> destination)
    {
        for (var i = 0; i < a.Length; i++)
            destination[i] = (byte)(a[i] ^ b[i]);
    }
}
