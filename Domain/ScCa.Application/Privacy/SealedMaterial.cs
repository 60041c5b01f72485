using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Application.Privacy;

/// <summary>
/// How a material lies at rest: format, salt, then chunks under AES-256-GCM. The key is derived from the subject's with the salt, so that a nonce, which is
/// the chunk's number, is never used twice under one key. The last chunk's nonce says that it is the last: a file cut off at a chunk's end does not open.
/// </summary>
internal static class SealedMaterial
{
    private const byte Format = 1;
    private const int SaltSize = 32;
    private const int HeaderSize = 1 + SaltSize;
    private const int ChunkSize = 64 * 1024;
    private const int NonceSize = 12;
    private const int LengthSize = 2;

    public static byte[] Seal(IRandomSource random, ClearKey subjectKey, Material material, ReadOnlySpan<byte> bound)
    {
        var clear = Joined(material);
        try
        {
            var chunks = Math.Max(1, (clear.Length + ChunkSize - 1) / ChunkSize);
            var sealedBytes = new byte[HeaderSize + clear.Length + (chunks * Box.TagSize)];
            sealedBytes[0] = Format;
            random.Fill(sealedBytes.AsSpan(1, SaltSize));
            using var key = Key(subjectKey, sealedBytes.AsSpan(1, SaltSize));
            using var aes = new AesGcm(key.Bytes, Box.TagSize);
            Span<byte> nonce = stackalloc byte[NonceSize];
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                var plain = clear.AsSpan(chunk * ChunkSize, Math.Min(ChunkSize, clear.Length - (chunk * ChunkSize)));
                var place = sealedBytes.AsSpan(HeaderSize + (chunk * (ChunkSize + Box.TagSize)), plain.Length + Box.TagSize);
                Number(nonce, chunk, isLast: chunk == chunks - 1);
                aes.Encrypt(nonce, plain, place[..^Box.TagSize], place[^Box.TagSize..], bound);
            }

            return sealedBytes;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <exception cref="CryptographicException">It is not what was sealed, or was sealed for something else.</exception>
    public static Material Open(ClearKey subjectKey, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> bound)
    {
        var body = sealedBytes.Length - HeaderSize;
        if (body < Box.TagSize + LengthSize || sealedBytes[0] != Format)
            throw new CryptographicException("A sealed material of an unknown format.");
        using var key = Key(subjectKey, sealedBytes.Slice(1, SaltSize));
        using var aes = new AesGcm(key.Bytes, Box.TagSize);
        const int whole = ChunkSize + Box.TagSize;
        var chunks = (body + whole - 1) / whole;
        if (body - ((chunks - 1) * whole) < Box.TagSize)
            throw new CryptographicException("A sealed material ends within a tag.");
        var clear = new byte[body - (chunks * Box.TagSize)];
        Span<byte> nonce = stackalloc byte[NonceSize];
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var place = sealedBytes.Slice(HeaderSize + (chunk * whole), Math.Min(whole, body - (chunk * whole)));
            Number(nonce, chunk, isLast: chunk == chunks - 1);
            aes.Decrypt(nonce, place[..^Box.TagSize], place[^Box.TagSize..], clear.AsSpan(chunk * ChunkSize, place.Length - Box.TagSize), bound);
        }

        return Parted(clear);
    }

    /// <summary>The most bytes that a material of so many bytes takes at rest.</summary>
    public static int SizeMax(int contentMax) =>
        HeaderSize + LengthSize + ushort.MaxValue + contentMax + ((((LengthSize + ushort.MaxValue + contentMax) / ChunkSize) + 1) * Box.TagSize);

    private static ClearKey Key(ClearKey subjectKey, ReadOnlySpan<byte> salt)
    {
        var key = new ClearKey();
        HKDF.DeriveKey(HashAlgorithmName.SHA256, subjectKey.Bytes, key.Bytes, salt, "material"u8);
        return key;
    }

    private static void Number(Span<byte> nonce, int chunk, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt32BigEndian(nonce[..4], chunk);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    private static byte[] Joined(Material material)
    {
        var mediaType = Encoding.UTF8.GetBytes(material.MediaType);
        var clear = new byte[LengthSize + mediaType.Length + material.Content.Length];
        BinaryPrimitives.WriteUInt16BigEndian(clear, checked((ushort)mediaType.Length));
        mediaType.CopyTo(clear, LengthSize);
        material.Content.Span.CopyTo(clear.AsSpan(LengthSize + mediaType.Length));
        return clear;
    }

    private static Material Parted(byte[] clear)
    {
        var mediaType = BinaryPrimitives.ReadUInt16BigEndian(clear);
        return new Material(Encoding.UTF8.GetString(clear, LengthSize, mediaType), clear.AsMemory(LengthSize + mediaType));
    }
}
