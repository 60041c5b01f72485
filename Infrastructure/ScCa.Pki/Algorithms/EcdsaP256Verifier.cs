using System.Security.Cryptography;

namespace ScCa.Pki.Algorithms;

internal sealed class EcdsaP256Verifier : IVerifier
{
    private readonly ECParameters parameters;

    // To make one costs more than to verify with it. The framework does not promise that one may be used by several threads: who finds none here makes his own.
    private ECDsa? spare;

    /// <exception cref="PkiRefusedException">No uncompressed point of the curve.</exception>
    public EcdsaP256Verifier(ReadOnlySpan<byte> point)
    {
        if (!P256Point.IsOnCurve(point))
            throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed);
        parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..(1 + P256Point.FieldOctets)].ToArray(), Y = point[(1 + P256Point.FieldOctets)..].ToArray() },
        };
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> numbers = stackalloc byte[2 * P256Point.FieldOctets];
        // Read strictly here: the framework's own conversion also takes negative numbers.
        if (!EcdsaSignatureValue.TryRead(signature, numbers))
            return false;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, digest);
        var key = Interlocked.Exchange(ref spare, null) ?? ECDsa.Create(parameters);
        try
        {
            return key.VerifyHash(digest, numbers, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        finally
        {
            // Two at once leave two; one is enough, and the other's handle is given up now rather than when it is collected.
            Interlocked.Exchange(ref spare, key)?.Dispose();
        }
    }
}
