using System.Security.Cryptography;
using System.Text;

namespace ScCa.Keys;

/// <summary>
/// 32 random bytes in a file (mode 0600) that keys for single purposes are derived from. The secret itself is never handed out.
/// <b>Concurrency</b>: safe from any thread, but not beside <see cref="Dispose"/>.
/// </summary>
public sealed class FileMasterSecret : IDisposable
{
    private const int Octets = 32;

    // Part of what every derived key is made of: changing it would change them all.
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("ScCa.Core master secret 1");

    private readonly byte[] secret;

    private int disposed;

    private FileMasterSecret(byte[] secret) => this.secret = secret;

    /// <exception cref="KeyRefusedException">The file is missing, malformed, or others may reach it.</exception>
    public static FileMasterSecret Open(string path)
    {
        var secret = PrivateFile.Read(path, Octets);
        if (secret.Length == Octets)
            return new FileMasterSecret(secret);
        CryptographicOperations.ZeroMemory(secret);
        throw KeyRefusals.MasterSecretMalformed(path, Octets);
    }

    /// <summary>
    /// Makes the file. To be asked for by a person, once: a secret that appeared by itself where the old one was mislaid would open nothing that is sealed.
    /// </summary>
    public static FileMasterSecret Create(string path)
    {
        var secret = GC.AllocateArray<byte>(Octets, pinned: true);
        RandomNumberGenerator.Fill(secret);
        try
        {
            PrivateFile.Create(path, secret);
            return new FileMasterSecret(secret);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(secret);
            throw;
        }
    }

    /// <summary>Fills the span with the key for a purpose (RFC 5869, SHA-256): always the same for the same purpose. The caller wipes it.</summary>
    public void Derive(string purpose, Span<byte> key)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, Salt, Encoding.UTF8.GetBytes(purpose));
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            CryptographicOperations.ZeroMemory(secret);
    }

    public override string ToString() => "(master secret)";
}
