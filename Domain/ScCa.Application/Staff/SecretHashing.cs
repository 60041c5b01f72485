using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Application.Staff;

/// <summary>
/// PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2). Each check costs a good part of a second of one core, so only as many run at once as there are cores: a flood of
/// sign-ins waits here and starves nobody else.
/// </summary>
internal sealed class SecretHashing(IRandomSource random) : IDisposable
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023).</summary>
    public const int Iterations = 600_000;

    private const int SaltSize = 16;
    private const int HashSize = 32;

    // Checked where there is nothing to check: an unknown account takes the time of a known one.
    private static readonly StaffCredential Nobody = new(StaffCredentialKind.Passphrase, Iterations, new byte[SaltSize], new byte[HashSize], null);

    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    public async Task<(byte[] Salt, byte[] Hash)> Hash(string secret, CancellationToken cancellation)
    {
        var salt = new byte[SaltSize];
        random.Fill(salt);
        return (salt, await Derive(secret, salt, Iterations, cancellation).ConfigureAwait(false));
    }

    /// <summary>Whether it is the secret; with no credential it never is, and takes as long.</summary>
    public async Task<bool> Matches(StaffCredential? credential, string secret, CancellationToken cancellation)
    {
        var checkedAgainst = credential ?? Nobody;
        var hash = await Derive(secret, checkedAgainst.Salt, checkedAgainst.Iterations, cancellation).ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(hash, checkedAgainst.Hash) && credential is not null;
    }

    public void Dispose() => cores.Dispose();

    private async Task<byte[]> Derive(string secret, byte[] salt, int iterations, CancellationToken cancellation)
    {
        await cores.WaitAsync(cancellation).ConfigureAwait(false);
        var bytes = Encoding.UTF8.GetBytes(secret);
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(bytes, salt, iterations, HashAlgorithmName.SHA256, HashSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            cores.Release();
        }
    }
}
