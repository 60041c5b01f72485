using System.Security.Cryptography;
using System.Text;

namespace ScCa.Keys;

/// <summary>
/// A P-256 key in a file: PKCS#8, encrypted with PBES2 (RFC 8018 §6.2), PEM. While open the key is in this process's memory; where it must not be,
/// another holder behind the same interface takes this one's place.
/// </summary>
public sealed class FileKey : IKeyHolder
{
    private const int FileLengthMax = 16 * 1024;

    // OWASP's figure of 2023 for PBKDF2-HMAC-SHA256; paid once at each start.
    private const int Iterations = 600_000;

    private readonly ECDsa key;

    // The framework does not promise that one ECDsa may sign from several threads at once.
    private readonly Lock signing = new();

    private FileKey(ECDsa key)
    {
        this.key = key;
        SubjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();
        Name = KeyName.Of(SubjectPublicKeyInfo.Span);
    }

    public string Name { get; }

    public KeyAlgorithm Algorithm => KeyAlgorithm.EcdsaP256;

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Makes a key and its file (mode 0600). When this returns, the file survives a power cut.</summary>
    /// <exception cref="KeyRefusedException">The file exists, or the password is empty.</exception>
    public static FileKey Create(string path, ReadOnlySpan<char> password)
    {
        if (password.IsEmpty)
            throw KeyRefusals.PasswordEmpty(nameof(password));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            var pem = key.ExportEncryptedPkcs8PrivateKeyPem(
                password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations));
            PrivateFile.Create(path, Encoding.ASCII.GetBytes(pem + "\n"));
            return new FileKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <exception cref="KeyRefusedException">The file or what is in it must not be used; the code says why.</exception>
    public static FileKey Open(string path, ReadOnlySpan<char> password)
    {
        if (password.IsEmpty)
            throw KeyRefusals.PasswordEmpty(nameof(password));
        var content = PrivateFile.Read(path, FileLengthMax);
        try
        {
            return new FileKey(EncryptedKey.FromPem(path, content).Decrypt(password));
        }
        finally
        {
            // Encrypted as a rule; but a key refused for not being encrypted has passed through here too.
            CryptographicOperations.ZeroMemory(content);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (signing)
            return key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose()
    {
        lock (signing)
            key.Dispose();
    }

    public override string ToString() => Name;
}
