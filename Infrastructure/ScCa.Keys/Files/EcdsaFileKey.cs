using System.Security.Cryptography;

namespace ScCa.Keys.Files;

internal sealed class EcdsaFileKey : IFileKeyKind
{
    private readonly ECDsa key;

    // The framework does not promise that one ECDsa may sign from several threads at once.
    private readonly Lock signing = new();

    public EcdsaFileKey(ECDsa key) => (this.key, SubjectPublicKeyInfo) = (key, key.ExportSubjectPublicKeyInfo());

    public KeyAlgorithm Algorithm => KeyAlgorithm.EcdsaP256;

    public byte[] SubjectPublicKeyInfo { get; }

    /// <summary>Null where the key is on another curve.</summary>
    /// <exception cref="CryptographicException">The bytes are no key on a curve that is known here.</exception>
    public static EcdsaFileKey? From(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            if (key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true, Oid.Value: { } curve } && curve == KeyAlgorithm.EcdsaP256.CurveOid)
                return new EcdsaFileKey(key);
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
            return key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence);
    }

    public byte[] ExportPkcs8() => key.ExportPkcs8PrivateKey();

    public void Dispose()
    {
        lock (signing)
            key.Dispose();
    }
}
