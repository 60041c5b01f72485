using ScCa.Signing.Curve;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>Encrypts for a public key (GB/T 32918.4); <see cref="Sm2PrivateKey.Decrypt"/> opens.</summary>
public static class Sm2Encryption
{
    /// <summary>How many bytes the ciphertext of so long a plaintext takes at most.</summary>
    public static int CiphertextSizeMax(int plaintext, Sm2CiphertextFormat format = Sm2CiphertextFormat.Asn1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plaintext);
        return CiphertextFormat.SizeMax(plaintext, format);
    }

    /// <summary>Returns the length of the ciphertext; the destination has room for <see cref="CiphertextSizeMax"/>. An empty plaintext is not encrypted.</summary>
    public static int Encrypt(
        Sm2PublicKey recipient, ReadOnlySpan<byte> plaintext, Span<byte> destination, Sm2CiphertextFormat format = Sm2CiphertextFormat.Asn1)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (plaintext.IsEmpty)
            throw new ArgumentException("An empty plaintext cannot be encrypted (GB/T 32918.4 §6.1: klen > 0).", nameof(plaintext));
        Lengths.AtLeast(destination, CiphertextSizeMax(plaintext.Length, format));
        // C2 waits at the back, where no format's front reaches before it is moved to its place; the plaintext may lie in the destination.
        var c2 = destination.Slice(CiphertextFormat.SizeMax(plaintext.Length, format) - plaintext.Length, plaintext.Length);
        Span<byte> c3 = stackalloc byte[Sm3.HashSizeInBytes];
        AffinePoint c1;
        var secret = U256.Read(Hash(plaintext, c3));
        plaintext.CopyTo(c2);
        U256 k;
        do
        {
            k = Nonce.Draw(Sm2Path.Chosen, secret, recipient.Point.X);
        }
        while (!EncryptionScheme.TryEncrypt(Sm2Path.Chosen, recipient.Point, k, c2, out c1, c3, c2));
        Wipe.Value(ref k);
        Wipe.Value(ref secret);
        return CiphertextFormat.Write(c1, c3, c2, format, destination);
    }

    public static byte[] Encrypt(Sm2PublicKey recipient, ReadOnlySpan<byte> plaintext, Sm2CiphertextFormat format = Sm2CiphertextFormat.Asn1)
    {
        var buffer = new byte[CiphertextFormat.SizeMax(plaintext.Length, format)];
        return buffer[..Encrypt(recipient, plaintext, buffer, format)];
    }

    private static Span<byte> Hash(ReadOnlySpan<byte> plaintext, Span<byte> destination)
    {
        Sm3.HashData(plaintext, destination);
        return destination;
    }
}
