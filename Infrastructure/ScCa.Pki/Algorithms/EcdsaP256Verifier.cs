using System.Security.Cryptography;

namespace ScCa.Pki.Algorithms;

internal sealed class EcdsaP256Verifier : IVerifier
{
    private const int FieldOctets = 32;

    private readonly ECParameters parameters;

    /// <exception cref="CryptographicException">No uncompressed point of the curve.</exception>
    public EcdsaP256Verifier(ReadOnlySpan<byte> point)
    {
        // SEC 1 §2.3.3: an uncompressed point is 04, x, y.
        if (point.Length != 1 + 2 * FieldOctets || point[0] != 0x04)
            throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed);
        parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..(1 + FieldOctets)].ToArray(), Y = point[(1 + FieldOctets)..].ToArray() },
        };
        using var onCurve = ECDsa.Create(parameters);
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> numbers = stackalloc byte[2 * FieldOctets];
        // Read strictly here: the framework's own conversion also takes negative numbers.
        if (!EcdsaSignatureValue.TryRead(signature, numbers))
            return false;
        using var key = ECDsa.Create(parameters);
        return key.VerifyData(data, numbers, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
