using System.Security.Cryptography;
using ScCa.Signing.Curve;
using ScCa.Signing.Fast;
using ScCa.Signing.Formats;

namespace ScCa.Signing;

/// <summary>Verifies under one identity; what the key needs is worked out once. Unchanging, for any number of threads.</summary>
public sealed class Sm2VerifyKey
{
    private readonly PreparedPoint prepared;
    private readonly Sm3State<UnrolledSm3> begun;

    /// <summary>Under the identity of certificates, CRLs, OCSP, CMS and seals.</summary>
    public Sm2VerifyKey(Sm2PublicKey key)
        : this(key, Sm2Identity.Default)
    {
    }

    public Sm2VerifyKey(Sm2PublicKey key, ReadOnlySpan<byte> identity)
        : this(key, identity, Sm2Path.Chosen)
    {
    }

    internal Sm2VerifyKey(Sm2PublicKey key, ReadOnlySpan<byte> identity, Sm2Path path, bool isForMany = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        PublicKey = key;
        prepared = isForMany ? path.PrepareForMany(key.Point) : path.Prepare(key.Point);
        begun = Sm2Identity.Begin(identity, key.Point);
    }

    /// <summary>
    /// For a key that verifies all the time, such as an authority's own: it verifies about twice as fast, and takes most of a megabyte and some milliseconds
    /// to make. Under the identity of certificates.
    /// </summary>
    public static Sm2VerifyKey ForMany(Sm2PublicKey key) => new(key, Sm2Identity.Default, Sm2Path.Chosen, isForMany: true);

    public Sm2PublicKey PublicKey { get; }

    /// <summary>Whether the signature is the key's over SM3(Z ‖ message). Whatever is malformed is false; DER is strict.</summary>
    public bool Verify(
        ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence) =>
        TryRead(signature, format, out var r, out var s) && SignatureEquation.Verifies(prepared, Sm2Identity.Digest(begun, message), r, s);

    /// <summary>Whether the signature is the key's over a digest e that already holds Z.</summary>
    public bool VerifyDigest(
        ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        Lengths.Exactly(digest, Sm3.HashSizeInBytes);
        return TryRead(signature, format, out var r, out var s) && SignatureEquation.Verifies(prepared, U256.Read(digest), r, s);
    }

    /// <summary>A verdict for each of many digests of 32 bytes with their r ‖ s of 64; true where all hold.</summary>
    public bool VerifyDigests(ReadOnlySpan<byte> digests, ReadOnlySpan<byte> signatures, Span<bool> verdicts)
    {
        Lengths.Exactly(digests, checked(verdicts.Length * Sm3.HashSizeInBytes));
        Lengths.Exactly(signatures, checked(verdicts.Length * SignatureFormat.RawBytes));
        var all = true;
        for (var i = 0; i < verdicts.Length; i++)
        {
            var e = U256.Read(digests[(i * Sm3.HashSizeInBytes)..]);
            SignatureFormat.TryReadRaw(signatures.Slice(i * SignatureFormat.RawBytes, SignatureFormat.RawBytes), out var r, out var s);
            verdicts[i] = SignatureEquation.Verifies(prepared, e, r, s);
            all &= verdicts[i];
        }

        return all;
    }

    /// <summary>A verdict for each item, whichever keys they are by; true where all hold.</summary>
    public static bool VerifyAll(ReadOnlySpan<Sm2VerifyItem> items, Span<bool> verdicts)
    {
        if (verdicts.Length != items.Length)
            throw new ArgumentException("There is one verdict for each item.", nameof(verdicts));
        var all = true;
        for (var i = 0; i < items.Length; i++)
        {
            ref readonly var item = ref items[i];
            verdicts[i] = item.Key.Verify(item.Message.Span, item.Signature.Span, item.Format);
            all &= verdicts[i];
        }

        return all;
    }

    private static bool TryRead(ReadOnlySpan<byte> signature, DSASignatureFormat format, out U256 r, out U256 s) => format switch
    {
        DSASignatureFormat.Rfc3279DerSequence => SignatureFormat.TryReadDer(signature, out r, out s),
        DSASignatureFormat.IeeeP1363FixedFieldConcatenation => SignatureFormat.TryReadRaw(signature, out r, out s),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
