using System.Buffers.Binary;
using System.Security.Cryptography;
using ScCa.Signing.Fast;

namespace ScCa.Signing.Curve;

/// <summary>GB/T 32918.4 §6.1 and §7.1.</summary>
internal static class EncryptionScheme
{
    /// <summary>Writes C2 and C3. False where the standard asks for another k.</summary>
    public static bool TryEncrypt(
        Sm2Path path, in AffinePoint recipient, in U256 k, ReadOnlySpan<byte> plaintext, out AffinePoint c1, Span<byte> c3, Span<byte> c2)
    {
        Span<byte> shared = stackalloc byte[AffinePoint.Bytes];
        path.MultiplyBase(k, out c1);
        // The cofactor is 1 and the recipient is on the curve: [k]P is never infinity for 0 < k < n.
        path.Multiply(recipient, k, out var product);
        product.Write(shared);
        Wipe.Value(ref product);
        // Before C2: the plaintext may lie where C2 goes.
        Authenticate(shared, plaintext, c3);
        plaintext.CopyTo(c2);
        var isMasked = TryMask(shared, c2[..plaintext.Length]);
        CryptographicOperations.ZeroMemory(shared);
        return isMasked;
    }

    /// <summary>Writes the plaintext, or leaves zeros and answers false.</summary>
    public static bool TryDecrypt(
        Sm2Path path, in U256 d, in AffinePoint c1, ReadOnlySpan<byte> c3, ReadOnlySpan<byte> c2, Span<byte> plaintext)
    {
        Span<byte> shared = stackalloc byte[AffinePoint.Bytes];
        Span<byte> expected = stackalloc byte[Sm3.HashSizeInBytes];
        Span<byte> given = stackalloc byte[Sm3.HashSizeInBytes];
        // The plaintext may lie where the ciphertext lies.
        c3.CopyTo(given);
        plaintext = plaintext[..c2.Length];
        c2.CopyTo(plaintext);
        if (!path.IsOnCurve(c1))
        {
            plaintext.Clear();
            return false;
        }

        var isPoint = path.Multiply(c1, d, out var product);
        product.Write(shared);
        Wipe.Value(ref product);
        var isMasked = TryMask(shared, plaintext);
        Authenticate(shared, plaintext, expected);
        var isOpened = isPoint & isMasked & CryptographicOperations.FixedTimeEquals(expected, given);
        if (!isOpened)
            CryptographicOperations.ZeroMemory(plaintext);
        CryptographicOperations.ZeroMemory(shared);
        CryptographicOperations.ZeroMemory(expected);
        return isOpened;
    }

    // C3 = SM3(x2 ‖ M ‖ y2)
    private static void Authenticate(ReadOnlySpan<byte> shared, ReadOnlySpan<byte> plaintext, Span<byte> c3)
    {
        var state = Sm3State<UnrolledSm3>.Start();
        state.Append(shared[..U256.Bytes]);
        state.Append(plaintext);
        state.Append(shared[U256.Bytes..]);
        state.Finish(c3);
    }

    // The text ⊕ KDF(x2 ‖ y2); false where all of the mask is zero, which leaves the text as it was.
    private static bool TryMask(ReadOnlySpan<byte> shared, Span<byte> text)
    {
        Span<byte> mask = stackalloc byte[Sm3.HashSizeInBytes];
        Span<byte> counter = stackalloc byte[sizeof(uint)];
        var start = Sm3State<UnrolledSm3>.Start();
        start.Append(shared);
        var seen = 0;
        for (var n = 1u; !text.IsEmpty; n++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(counter, n);
            var state = start;
            state.Append(counter);
            state.Finish(mask);
            var length = Math.Min(mask.Length, text.Length);
            for (var i = 0; i < length; i++)
            {
                seen |= mask[i];
                text[i] ^= mask[i];
            }

            text = text[length..];
        }

        start.Clear();
        CryptographicOperations.ZeroMemory(mask);
        return seen != 0;
    }
}
