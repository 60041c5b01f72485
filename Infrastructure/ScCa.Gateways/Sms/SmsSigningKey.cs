using System.Security.Cryptography;

namespace ScCa.Gateways.Sms;

/// <summary>The secret that is shared with the operator. <b>Concurrency</b>: safe from any thread, but not beside <see cref="Dispose"/>.</summary>
public sealed class SmsSigningKey : IDisposable
{
    // RFC 2104 3: keys shorter than the hash's output weaken it.
    private const int OctetsMin = HMACSHA256.HashSizeInBytes;

    private const int OctetsMax = 1024;

    private readonly byte[] key;

    private int disposed;

    private SmsSigningKey(byte[] key) => this.key = key;

    /// <summary>Takes a key of at least 32 octets in Base64. What the caller holds, the caller wipes.</summary>
    /// <exception cref="GatewayRefusedException">It is no Base64, too short or too long. The message does not quote it.</exception>
    public static SmsSigningKey FromBase64(ReadOnlySpan<char> base64)
    {
        Span<byte> octets = stackalloc byte[OctetsMax];
        try
        {
            if (!Convert.TryFromBase64Chars(base64.Trim(), octets, out var length) || length < OctetsMin)
                throw new GatewayRefusedException(
                    $"短信网关的密钥文件必须是至少 {OctetsMin} 字节随机数的 Base64（openssl rand -base64 32）。",
                    $"The SMS gateway's key file must hold at least {OctetsMin} random octets in Base64 (openssl rand -base64 32).");
            var key = GC.AllocateArray<byte>(length, pinned: true);
            octets[..length].CopyTo(key);
            return new SmsSigningKey(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(octets);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            CryptographicOperations.ZeroMemory(key);
    }

    public override string ToString() => "(SMS signing key)";

    internal string Sign(ReadOnlySpan<byte> message)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, message));
    }
}
