using System.Security.Cryptography;
using System.Text;
using ScCa.Keys.Files;

namespace ScCa.Keys;

/// <summary>
/// A key in a file: PKCS#8, encrypted with PBES2 (RFC 8018 §6.2), PEM. While open the key is in this process's memory; where it must not be, another
/// holder behind the same interface takes this one's place.
/// </summary>
public sealed class FileKey : IKeyHolder
{
    /// <summary>How long an RSA key is made where nothing else is said.</summary>
    public const int RsaBits = 3072;

    /// <summary>OWASP's figure of 2023 for PBKDF2-HMAC-SHA256; paid once at each start.</summary>
    public const int PasswordIterations = 600_000;

    private const int FileLengthMax = 16 * 1024;

    private readonly IFileKeyKind key;

    private FileKey(IFileKeyKind key)
    {
        this.key = key;
        Name = KeyName.Of(key.SubjectPublicKeyInfo);
    }

    public string Name { get; }

    public KeyAlgorithm Algorithm => key.Algorithm;

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => key.SubjectPublicKeyInfo;

    /// <summary>Makes a P-256 key and its file (mode 0600). When this returns, the file survives a power cut.</summary>
    /// <exception cref="KeyRefusedException">The file exists, or the password is empty.</exception>
    public static FileKey Create(string path, ReadOnlySpan<char> password) => Create(path, password, KeyAlgorithm.EcdsaP256);

    /// <summary>Makes a key of this algorithm.</summary>
    /// <inheritdoc cref="Create(string, ReadOnlySpan{char})"/>
    public static FileKey Create(string path, ReadOnlySpan<char> password, KeyAlgorithm algorithm, int rsaBits = RsaBits, int iterations = PasswordIterations)
    {
        if (password.IsEmpty)
            throw KeyRefusals.PasswordEmpty(nameof(password));
        var key = FileKeyKinds.Generate(algorithm, rsaBits);
        try
        {
            Write(path, key, password, iterations);
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

    public byte[] Sign(ReadOnlySpan<byte> data) => key.Sign(data);

    public void Dispose() => key.Dispose();

    public override string ToString() => Name;

    private static void Write(string path, IFileKeyKind key, ReadOnlySpan<char> password, int iterations)
    {
        var pkcs8 = key.ExportPkcs8();
        try
        {
            var pem = PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", Pbes2.Encrypt(pkcs8, password, iterations));
            PrivateFile.Create(path, Encoding.ASCII.GetBytes(pem + "\n"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }
}
