using System.Security.Cryptography;
using System.Text;

namespace ScCa.Application.Privacy;

/// <summary>
/// A secret that outlives every rotation of the master key: what people are found by, and what is kept outside the vault, is derived from it. It lies in the
/// vault, wrapped as subjects' keys are. <b>Concurrency</b>: safe from any thread, but not beside <see cref="Dispose"/>.
/// </summary>
public sealed class LastingSecret(SubjectVault vault) : IDisposable
{
    // No subject's id has a space in it.
    private const string Place = "lasting secret";

    // Part of what every derived key is made of: changing it would change them all.
    private static readonly byte[] Salt = Encoding.ASCII.GetBytes("ScCa.Core lasting secret 1");

    private readonly Lock opening = new();
    private ClearKey? secret;

    /// <summary>Fills the span with the key for a purpose (RFC 5869, SHA-256); the same purpose always gives the same key. The caller wipes it.</summary>
    public void Derive(string purpose, Span<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Opened().Bytes, key, Salt, Encoding.UTF8.GetBytes(purpose));
    }

    public void Dispose() => secret?.Dispose();

    // Waits once in the life of a process: those who ask (an index, a cookie's key) cannot wait by themselves.
    private ClearKey Opened()
    {
        lock (opening)
            return secret ??= vault.FindOrMake(Place, CancellationToken.None).AsTask().GetAwaiter().GetResult()
                ?? throw new CryptographicException("The lasting secret has been destroyed: nobody can be found any more.");
    }
}
