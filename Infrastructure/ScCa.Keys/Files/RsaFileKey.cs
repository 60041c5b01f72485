using System.Security.Cryptography;

namespace ScCa.Keys.Files;

internal sealed class RsaFileKey : IFileKeyKind
{
    private const int BitsMin = 2048;

    private readonly RSA key;

    private readonly Lock signing = new();

    public RsaFileKey(RSA key) => (this.key, SubjectPublicKeyInfo) = (key, key.ExportSubjectPublicKeyInfo());

    public KeyAlgorithm Algorithm => KeyAlgorithm.RsaPkcs1;

    public byte[] SubjectPublicKeyInfo { get; }

    /// <summary>Null where the key is too short.</summary>
    /// <exception cref="CryptographicException">The bytes are no RSA key.</exception>
    public static RsaFileKey? From(ReadOnlySpan<byte> pkcs8)
    {
        var key = RSA.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            if (key.KeySize >= BitsMin)
                return new RsaFileKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }

        key.Dispose();
        return null;
    }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        // Hashed here: the framework copies what it hashes for a key, and a list of revoked certificates is long.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, digest);
        lock (signing)
            return key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public byte[] ExportPkcs8() => key.ExportPkcs8PrivateKey();

    public void Dispose()
    {
        lock (signing)
            key.Dispose();
    }
}
