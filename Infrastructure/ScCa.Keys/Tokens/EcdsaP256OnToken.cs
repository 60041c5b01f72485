using System.Security.Cryptography;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>ECDSA on P-256. The digest is made here: every token knows CKM_ECDSA, not every one CKM_ECDSA_SHA256.</summary>
internal sealed class EcdsaP256OnToken(byte[] subjectPublicKeyInfo) : TokenAlgorithm(KeyAlgorithm.EcdsaP256, Ckm.Ecdsa, subjectPublicKeyInfo)
{
    /// <summary>Null where the point is not on the curve.</summary>
    public static EcdsaP256OnToken? From(ReadOnlySpan<byte> point)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33].ToArray(), Y = point[33..].ToArray() },
            });
            return new EcdsaP256OnToken(key.ExportSubjectPublicKeyInfo());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override byte[] InputFor(ReadOnlySpan<byte> data) => SHA256.HashData(data);

    public override byte[]? SignatureFrom(ReadOnlySpan<byte> answer) => SignaturePair.FromRaw(answer);

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(SubjectPublicKeyInfo.Span, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
