using System.Numerics;
using System.Security.Cryptography;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Algorithms;

internal sealed class RsaVerifier : IVerifier
{
    // RFC 8017 §3.1 asks for an odd exponent from 3; larger ones than this only cost time, and the standard libraries stop at it too.
    private const int ExponentBitsMax = 64;

    private readonly RSAParameters parameters;

    /// <param name="key">RSAPublicKey, RFC 8017 §A.1.1.</param>
    public RsaVerifier(ReadOnlyMemory<byte> key)
    {
        var (modulus, exponent) = Reading.Whole(key, PkiRefusal.PublicKeyMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var read = (fields.ReadInteger(), fields.ReadInteger());
            fields.RequireEmpty();
            return read;
        });
        if (modulus.Sign <= 0 || modulus.IsEven || exponent < 3 || exponent.IsEven || exponent.GetBitLength() > ExponentBitsMax)
            throw new PkiRefusedException(PkiRefusal.PublicKeyMalformed);
        SizeInBits = (int)modulus.GetBitLength();
        parameters = new RSAParameters { Modulus = Octets(modulus), Exponent = Octets(exponent) };
    }

    public int SizeInBits { get; }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, digest);
        using var key = RSA.Create(parameters);
        return key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Octets(BigInteger number) => number.ToByteArray(isUnsigned: true, isBigEndian: true);
}
