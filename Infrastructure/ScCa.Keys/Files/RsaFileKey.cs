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
        lock (signing)
            return key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public byte[] ExportPkcs8() => key.ExportPkcs8PrivateKey();

    public void Dispose()
    {
        lock (signing)
            key.Dispose();
    }
}
