using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ScCa.Signing;

/// <summary>Lets the framework's certificate requests be signed with SM2; the hash algorithm is named "SM3". The key stays the owner's to dispose of.</summary>
public sealed class Sm2X509SignatureGenerator : X509SignatureGenerator
{
    private readonly Sm2SigningKey key;

    public Sm2X509SignatureGenerator(Sm2SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key;
    }

    /// <summary>What to hand to a certificate request as its hash algorithm.</summary>
    public static HashAlgorithmName HashAlgorithm { get; } = new("SM3");

    /// <summary>SM2 with SM3, 1.2.156.10197.1.501, without parameters.</summary>
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        Check(hashAlgorithm);
        return [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x83, 0x75];
    }

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
    {
        Check(hashAlgorithm);
        return key.Sign(data);
    }

    protected override PublicKey BuildPublicKey() => PublicKey.CreateFromSubjectPublicKeyInfo(key.PublicKey.ExportSubjectPublicKeyInfo(), out _);

    private static void Check(HashAlgorithmName hashAlgorithm)
    {
        if (hashAlgorithm != HashAlgorithm)
            throw new ArgumentOutOfRangeException(nameof(hashAlgorithm), "SM2 signs SM3 hashes alone.");
    }
}
