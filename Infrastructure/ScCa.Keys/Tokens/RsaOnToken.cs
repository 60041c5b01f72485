using System.Security.Cryptography;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>RSA by PKCS#1 v1.5 with SHA-256. What is padded and signed is made here, so that any length of data needs one call.</summary>
internal sealed class RsaOnToken(byte[] subjectPublicKeyInfo, int modulusOctets) : TokenAlgorithm(KeyAlgorithm.RsaPkcs1, Ckm.RsaPkcs, subjectPublicKeyInfo)
{
    private const int ModulusBitsMin = 2048;

    private const int ModulusBitsMax = 8192;

    // RFC 8017 §9.2, note 1: the DER of DigestInfo for SHA-256, up to the digest.
    private static readonly byte[] DigestInfo = Convert.FromHexString("3031300d060960864801650304020105000420");

    /// <summary>Null where it is no modulus and exponent, or the modulus is too short.</summary>
    public static RsaOnToken? From(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent)
    {
        var n = modulus.TrimStart((byte)0);
        if (8 * n.Length is < ModulusBitsMin or > ModulusBitsMax || n[0] < 0x80 || exponent.IsEmpty)
            return null;
        try
        {
            using var key = RSA.Create(new RSAParameters { Modulus = n.ToArray(), Exponent = exponent.ToArray() });
            return new RsaOnToken(key.ExportSubjectPublicKeyInfo(), n.Length);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override byte[] InputFor(ReadOnlySpan<byte> data) => [.. DigestInfo, .. SHA256.HashData(data)];

    public override byte[]? SignatureFrom(ReadOnlySpan<byte> answer) => answer.Length == modulusOctets ? answer.ToArray() : null;

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(SubjectPublicKeyInfo.Span, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
