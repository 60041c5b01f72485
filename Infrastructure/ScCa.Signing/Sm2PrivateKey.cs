using System.Security.Cryptography;
using ScCa.Signing.Curve;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>A private key 1 ≤ d ≤ n−2 in pinned memory, wiped when disposed of.</summary>
public sealed class Sm2PrivateKey : IDisposable
{
    public const int SizeInBytes = U256.Bytes;

    public const int Pkcs8SizeInBytes = KeyFormat.Pkcs8Bytes;

    // d = n−1 has no (1+d)⁻¹: signing with it would never end.
    private static readonly U256 Bound = new(0xFFFFFFFEFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x7203DF6B21C6052B, 0x53BBF40939D54122);

    private readonly U256[] scalar = GC.AllocateUninitializedArray<U256>(1, pinned: true);
    private bool disposed;

    private Sm2PrivateKey(in U256 d)
    {
        scalar[0] = d;
        PublicKey = Sm2PublicKey.Of(d);
    }

    public Sm2PublicKey PublicKey { get; }

    /// <summary>The secret itself; whoever copies it wipes the copy.</summary>
    internal ref readonly U256 Scalar
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return ref scalar[0];
        }
    }

    /// <summary>A new key from the system's randomness.</summary>
    public static Sm2PrivateKey Generate()
    {
        Span<byte> bytes = stackalloc byte[SizeInBytes];
        U256 d;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            d = U256.Read(bytes);
        }
        while (!IsInRange(d));
        CryptographicOperations.ZeroMemory(bytes);
        var key = new Sm2PrivateKey(d);
        Wipe.Value(ref d);
        return key;
    }

    /// <summary>From the 32 bytes of d; wiping them is the caller's.</summary>
    public static Sm2PrivateKey FromScalar(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != SizeInBytes)
            throw new Sm2RefusedException(Sm2Refusal.PrivateKeyMalformed);
        var d = U256.Read(bytes);
        return FromAndWipe(ref d, null);
    }

    /// <summary>From PKCS#8, not encrypted. A public key inside must be the private key's own.</summary>
    public static Sm2PrivateKey FromPkcs8(ReadOnlySpan<byte> der) => KeyFormat.TryReadPkcs8(der, out var d, out var claimed)
        ? FromAndWipe(ref d, claimed)
        : throw new Sm2RefusedException(Sm2Refusal.PrivateKeyMalformed);

    /// <summary>From an ECPrivateKey (RFC 5915). A public key inside must be the private key's own.</summary>
    public static Sm2PrivateKey FromEcPrivateKey(ReadOnlySpan<byte> der) => KeyFormat.TryReadEcPrivate(der, out var d, out var claimed)
        ? FromAndWipe(ref d, claimed)
        : throw new Sm2RefusedException(Sm2Refusal.PrivateKeyMalformed);

    /// <summary>Writes the 32 bytes of d in the clear: protecting and wiping them is the caller's.</summary>
    public void ExportScalar(Span<byte> destination)
    {
        Lengths.AtLeast(destination, SizeInBytes);
        Scalar.Write(destination);
    }

    /// <summary>Writes the 138 bytes of PKCS#8 in the clear: protecting and wiping them is the caller's.</summary>
    public void ExportPkcs8(Span<byte> destination)
    {
        Lengths.AtLeast(destination, Pkcs8SizeInBytes);
        KeyFormat.WritePkcs8(Scalar, PublicKey.Point, destination);
    }

    /// <summary>Opens a ciphertext and returns the length of the plaintext; where it is refused, nothing of it is written.</summary>
    public int Decrypt(ReadOnlySpan<byte> ciphertext, Span<byte> destination, Sm2CiphertextFormat format = Sm2CiphertextFormat.Asn1)
    {
        if (!CiphertextFormat.TryRead(ciphertext, format, out var c1, out var c3, out var c2))
            throw new Sm2RefusedException(Sm2Refusal.CiphertextMalformed);
        Lengths.AtLeast(destination, c2.Length);
        return EncryptionScheme.TryDecrypt(Sm2Path.Chosen, Scalar, c1, c3, c2, destination)
            ? c2.Length
            : throw new Sm2RefusedException(Sm2Refusal.CiphertextRejected);
    }

    public void Dispose()
    {
        disposed = true;
        Wipe.Values<U256>(scalar);
    }

    internal static bool IsInRange(in U256 d) => !d.IsZero & d.IsBelow(Bound);

    internal static Sm2PrivateKey FromAndWipe(ref U256 d, AffinePoint? claimed)
    {
        try
        {
            if (!IsInRange(d))
                throw new Sm2RefusedException(Sm2Refusal.PrivateKeyOutOfRange);
            var key = new Sm2PrivateKey(d);
            if (claimed is not { } point || (point.X.Equals(key.PublicKey.Point.X) && point.Y.Equals(key.PublicKey.Point.Y)))
                return key;
            key.Dispose();
            throw new Sm2RefusedException(Sm2Refusal.PublicKeyNotOfPrivateKey);
        }
        finally
        {
            Wipe.Value(ref d);
        }
    }
}
