using System.Security.Cryptography;
using ScCa.Signing.Curve;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>An encryption key pair on its way to a subscriber, sealed for the subscriber's signature key (GM/T 0009 §7.4).</summary>
public static class Sm2EnvelopedKey
{
    /// <summary>Seals a private key under a fresh SM4 key for the recipient's signature key.</summary>
    public static byte[] Seal(Sm2PublicKey recipient, Sm2PrivateKey enveloped, Sm2EnvelopedKeyForm form = Sm2EnvelopedKeyForm.Bytes32)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(enveloped);
        Span<byte> symmetric = stackalloc byte[Sm4.KeySizeInBytes];
        Span<byte> encrypted = stackalloc byte[Sm2Encryption.CiphertextSizeMax(Sm4.KeySizeInBytes)];
        RandomNumberGenerator.Fill(symmetric);
        encrypted = encrypted[..Sm2Encryption.Encrypt(recipient, symmetric, encrypted)];
        var der = Write(encrypted, symmetric, enveloped, form);
        CryptographicOperations.ZeroMemory(symmetric);
        return der;
    }

    /// <summary>
    /// Opens an envelope with the signature key it was sealed for. The private key inside, of 32 bytes or of 64 of which the first 32 are
    /// zero, must be that of the public key beside it, and of <paramref name="expected"/> where that is given.
    /// </summary>
    public static Sm2PrivateKey Open(ReadOnlySpan<byte> der, Sm2PrivateKey recipient, Sm2PublicKey? expected = null)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (!EnvelopeFormat.TryRead(der, out var encryptedKey, out var point, out var encryptedScalar)
            || !CiphertextFormat.TryRead(encryptedKey, Sm2CiphertextFormat.Asn1, out var c1, out var c3, out var c2)
            || c2.Length != Sm4.KeySizeInBytes)
            throw new Sm2RefusedException(Sm2Refusal.EnvelopeMalformed);
        if (expected is not null && !(point.X.Equals(expected.Point.X) && point.Y.Equals(expected.Point.Y)))
            throw new Sm2RefusedException(Sm2Refusal.PublicKeyNotOfPrivateKey);

        Span<byte> symmetric = stackalloc byte[Sm4.KeySizeInBytes];
        if (!EncryptionScheme.TryDecrypt(Sm2Path.Chosen, recipient.Scalar, c1, c3, c2, symmetric))
            throw new Sm2RefusedException(Sm2Refusal.EnvelopeRejected);
        Span<byte> scalar = stackalloc byte[2 * U256.Bytes];
        scalar.Clear();
        using (var cipher = new Sm4(symmetric))
            cipher.DecryptEcb(encryptedScalar, scalar[^encryptedScalar.Length..]);
        var d = U256.Read(scalar[U256.Bytes..]);
        var isPadded = U256.Read(scalar).IsZero;
        CryptographicOperations.ZeroMemory(symmetric);
        CryptographicOperations.ZeroMemory(scalar);
        return isPadded ? Recover(ref d, point) : throw new Sm2RefusedException(Sm2Refusal.EnvelopeRejected);
    }

    internal static byte[] Write(ReadOnlySpan<byte> encryptedKey, ReadOnlySpan<byte> symmetric, Sm2PrivateKey enveloped, Sm2EnvelopedKeyForm form)
    {
        Span<byte> scalar = stackalloc byte[2 * U256.Bytes];
        Span<byte> der = stackalloc byte[EnvelopeFormat.SizeMax];
        scalar.Clear();
        enveloped.ExportScalar(scalar[U256.Bytes..]);
        var sealedScalar = form switch
        {
            Sm2EnvelopedKeyForm.Bytes32 => scalar[U256.Bytes..],
            Sm2EnvelopedKeyForm.Bytes64 => scalar,
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
        using (var cipher = new Sm4(symmetric))
            cipher.EncryptEcb(sealedScalar, sealedScalar);
        return der[..EnvelopeFormat.Write(encryptedKey, enveloped.PublicKey.Point, sealedScalar, der)].ToArray();
    }

    // What was inside is told apart no further: an envelope that opens to nonsense was altered.
    private static Sm2PrivateKey Recover(ref U256 d, in AffinePoint point)
    {
        try
        {
            return Sm2PrivateKey.FromAndWipe(ref d, point);
        }
        catch (Sm2RefusedException)
        {
            throw new Sm2RefusedException(Sm2Refusal.EnvelopeRejected);
        }
    }
}
