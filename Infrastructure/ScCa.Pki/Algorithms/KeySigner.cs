using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

/// <summary>
/// Signs with a key that this process holds. The key stays its owner's: it is not disposed of here. Data are hashed here: the framework copies what it hashes for
/// a key, and a list of revoked certificates is long.
/// </summary>
public sealed class KeySigner : ISigner
{
    private delegate byte[] Signing(ReadOnlySpan<byte> data);

    private readonly Signing sign;

    private KeySigner(SignatureAlgorithm algorithm, PublicKey publicKey, Signing sign) => (Algorithm, PublicKey, this.sign) = (algorithm, publicKey, sign);

    public SignatureAlgorithm Algorithm { get; }

    public PublicKey PublicKey { get; }

    public static KeySigner Of(Sm2SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(SignatureAlgorithm.Sm2WithSm3, PublicKey.From(key.PublicKey), data => key.Sign(data));
    }

    /// <exception cref="PkiRefusedException">Not a P-256 key.</exception>
    public static KeySigner Of(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(SignatureAlgorithm.EcdsaWithSha256, PublicKey.From(key.ExportSubjectPublicKeyInfo()), data =>
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(data, digest);
            lock (key)
                return key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence);
        });
    }

    public static KeySigner Of(RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(SignatureAlgorithm.RsaWithSha256, PublicKey.From(key.ExportSubjectPublicKeyInfo()), data =>
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(data, digest);
            lock (key)
                return key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        });
    }

    public byte[] Sign(ReadOnlySpan<byte> data) => sign(data);
}
