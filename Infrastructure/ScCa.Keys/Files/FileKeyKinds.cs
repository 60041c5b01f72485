using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Keys.Files;

/// <summary>Which kinds of key there are in files: P-256, SM2, and RSA from 2048 bits.</summary>
internal static class FileKeyKinds
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    public static IFileKeyKind Generate(KeyAlgorithm algorithm, int rsaBits) => algorithm switch
    {
        _ when algorithm == KeyAlgorithm.Sm2 => new Sm2FileKey(Sm2PrivateKey.Generate()),
        _ when algorithm == KeyAlgorithm.EcdsaP256 => new EcdsaFileKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        _ when algorithm == KeyAlgorithm.RsaPkcs1 => new RsaFileKey(RSA.Create(rsaBits)),
        _ => throw new ArgumentException("No key of this algorithm is made in a file.", nameof(algorithm)),
    };

    /// <summary>
    /// The key; null where it is a key of a kind that is not accepted. What is no PKCS#8 at all came out of a decryption with the wrong password, whose
    /// padding was right by chance.
    /// </summary>
    /// <exception cref="CryptographicException">It is no key.</exception>
    public static IFileKeyKind? From(ReadOnlyMemory<byte> pkcs8)
    {
        try
        {
            return From(pkcs8, AlgorithmOf(pkcs8));
        }
        catch (AsnContentException e)
        {
            throw new CryptographicException("No PKCS#8.", e);
        }
    }

    private static IFileKeyKind? From(ReadOnlyMemory<byte> pkcs8, AsnReader algorithm) => algorithm.ReadObjectIdentifier() switch
    {
        RsaEncryption => RsaFileKey.From(pkcs8.Span),
        EcPublicKey when !algorithm.HasData || !algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier) => null,
        EcPublicKey when algorithm.ReadObjectIdentifier() == KeyAlgorithm.Sm2.CurveOid => new Sm2FileKey(Sm2PrivateKey.FromPkcs8(pkcs8.Span)),
        EcPublicKey => EcdsaFileKey.From(pkcs8.Span),
        _ => null,
    };

    // RFC 5958 §2: PrivateKeyInfo ::= SEQUENCE { version, privateKeyAlgorithm AlgorithmIdentifier, privateKey OCTET STRING, … }
    private static AsnReader AlgorithmOf(ReadOnlyMemory<byte> pkcs8)
    {
        var info = new AsnReader(pkcs8, AsnEncodingRules.BER).ReadSequence();
        info.ReadInteger();
        return info.ReadSequence();
    }
}
