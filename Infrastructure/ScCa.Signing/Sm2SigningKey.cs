using System.Security.Cryptography;
using ScCa.Signing.Curve;
using ScCa.Signing.Fast;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>
/// Signs under one identity. (1+d)⁻¹ and the midstate of Z are worked out once; both, and d, lie in pinned memory and are wiped when
/// disposed of. For any number of threads, as long as none disposes of it.
/// </summary>
public sealed class Sm2SigningKey : IDisposable
{
    /// <summary>The longest signature as DER.</summary>
    public const int DerSignatureSizeMax = SignatureFormat.DerBytesMax;

    /// <summary>r ‖ s.</summary>
    public const int RawSignatureSize = SignatureFormat.RawBytes;

    private const int Together = 32;

    private readonly Secrets[] secrets = GC.AllocateUninitializedArray<Secrets>(1, pinned: true);
    private readonly Sm3State<UnrolledSm3> begun;
    private readonly Sm2Path path;
    private bool disposed;

    /// <summary>Under the identity of certificates, CRLs, OCSP, CMS and seals.</summary>
    public Sm2SigningKey(Sm2PrivateKey key)
        : this(key, Sm2Identity.Default)
    {
    }

    public Sm2SigningKey(Sm2PrivateKey key, ReadOnlySpan<byte> identity)
        : this(key, identity, Sm2Path.Chosen)
    {
    }

    internal Sm2SigningKey(Sm2PrivateKey key, ReadOnlySpan<byte> identity, Sm2Path path)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.path = path;
        PublicKey = key.PublicKey;
        begun = Sm2Identity.Begin(identity, PublicKey.Point);
        secrets[0].D = key.Scalar;
        secrets[0].Inverse = SignatureEquation.Inverse(path, key.Scalar);
    }

    public Sm2PublicKey PublicKey { get; }

    /// <summary>Signs SM3(Z ‖ message) and returns the length of the signature.</summary>
    public int Sign(ReadOnlySpan<byte> message, Span<byte> destination, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        SignDigest(Sm2Identity.Digest(begun, message), out var r, out var s);
        return Write(r, s, destination, format);
    }

    public byte[] Sign(ReadOnlySpan<byte> message, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        Span<byte> buffer = stackalloc byte[DerSignatureSizeMax];
        return buffer[..Sign(message, buffer, format)].ToArray();
    }

    /// <summary>Signs a digest e that already holds Z, and returns the length of the signature.</summary>
    public int SignDigest(ReadOnlySpan<byte> digest, Span<byte> destination, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        Lengths.Exactly(digest, Sm3.HashSizeInBytes);
        SignDigest(U256.Read(digest), out var r, out var s);
        return Write(r, s, destination, format);
    }

    /// <summary>Writes the digest e = SM3(Z ‖ message) that a signature is about.</summary>
    public void Digest(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        Sm2Identity.Digest(begun, message).Write(destination);
    }

    /// <summary>Signs many digests, sharing what they have in common: 32 bytes in, r ‖ s out, for each.</summary>
    public void SignDigests(ReadOnlySpan<byte> digests, Span<byte> signatures)
    {
        var count = Math.DivRem(digests.Length, Sm3.HashSizeInBytes, out var rest);
        if (rest != 0)
            throw new ArgumentException($"Digests have {Sm3.HashSizeInBytes} bytes each.", nameof(digests));
        Lengths.AtLeast(signatures, checked(count * RawSignatureSize));
        for (var done = 0; done < count; done += Together)
        {
            var some = Math.Min(Together, count - done);
            SignSome(digests.Slice(done * Sm3.HashSizeInBytes, some * Sm3.HashSizeInBytes), signatures[(done * RawSignatureSize)..]);
        }
    }

    public void Dispose()
    {
        disposed = true;
        Wipe.Values<Secrets>(secrets);
    }

    internal static int Write(in U256 r, in U256 s, Span<byte> destination, DSASignatureFormat format) => format switch
    {
        DSASignatureFormat.Rfc3279DerSequence => SignatureFormat.WriteDer(r, s, destination),
        DSASignatureFormat.IeeeP1363FixedFieldConcatenation => SignatureFormat.WriteRaw(r, s, destination),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>With the nonce given: for the standard's examples alone.</summary>
    internal bool TrySignDigest(in U256 e, in U256 k, out U256 r, out U256 s)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        path.MultiplyBase(k, out var point);
        return SignatureEquation.TrySign(path, secrets[0].Inverse, e, k, point.X, out r, out s);
    }

    private void SignDigest(in U256 e, out U256 r, out U256 s)
    {
        U256 k;
        do
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            k = Nonce.Draw(path, secrets[0].D, e);
        }
        while (!TrySignDigest(e, k, out r, out s));
        Wipe.Value(ref k);
    }

    private void SignSome(ReadOnlySpan<byte> digests, Span<byte> signatures)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var count = digests.Length / Sm3.HashSizeInBytes;
        Span<byte> random = stackalloc byte[Together * Nonce.RandomBytes];
        Span<U256> nonces = stackalloc U256[Together];
        Span<AffinePoint> points = stackalloc AffinePoint[Together];
        nonces = nonces[..count];
        RandomNumberGenerator.Fill(random[..(count * Nonce.RandomBytes)]);
        for (var i = 0; i < count; i++)
        {
            if (!Nonce.TryDraw(path, secrets[0].D, Digest(digests, i), random[(i * Nonce.RandomBytes)..], out nonces[i]))
                nonces[i] = Nonce.Draw(path, secrets[0].D, Digest(digests, i));
        }

        path.MultiplyBase(nonces, points);
        for (var i = 0; i < count; i++)
        {
            var e = Digest(digests, i);
            if (!SignatureEquation.TrySign(path, secrets[0].Inverse, e, nonces[i], points[i].X, out var r, out var s))
                SignDigest(e, out r, out s);
            SignatureFormat.WriteRaw(r, s, signatures[(i * RawSignatureSize)..]);
        }

        Wipe.Values(nonces);
        Wipe.Values(points);
        CryptographicOperations.ZeroMemory(random);
    }

    private static U256 Digest(ReadOnlySpan<byte> digests, int index) => U256.Read(digests[(index * Sm3.HashSizeInBytes)..]);

    private struct Secrets
    {
        public U256 D;
        public U256 Inverse;
    }
}
