using System.Security.Cryptography;

namespace ScCa.Gateways.Partners;

/// <summary>The key shared with one partner, kept where it can be wiped. <b>Concurrency</b>: safe from any thread, but not beside <see cref="Dispose"/>.</summary>
public sealed class PartnerKey : IDisposable
{
    // RFC 2104 3: keys shorter than the hash's output weaken it.
    private const int OctetsMin = HMACSHA256.HashSizeInBytes;

    private const int OctetsMax = 1024;

    private readonly byte[] key;

    private int disposed;

    private PartnerKey(byte[] key) => this.key = key;

    /// <summary>Takes a key of at least 32 octets in Base64. What the caller holds, the caller wipes.</summary>
    /// <exception cref="GatewayRefusedException">It is no Base64, too short or too long. The message does not quote it.</exception>
    public static PartnerKey FromBase64(ReadOnlySpan<char> base64)
    {
        Span<byte> octets = stackalloc byte[OctetsMax];
        try
        {
            return Convert.TryFromBase64Chars(base64.Trim(), octets, out var length) && length >= OctetsMin
                ? new PartnerKey(Pinned(octets[..length]))
                : throw new GatewayRefusedException(
                    $"对接方的密钥文件必须是至少 {OctetsMin} 字节随机数的 Base64（openssl rand -base64 32）。",
                    $"A partner's key file must hold at least {OctetsMin} random octets in Base64 (openssl rand -base64 32).");
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

    public override string ToString() => "(partner key)";

    /// <summary>A key for a stand-in and its client, which share a process.</summary>
    internal static PartnerKey Random(Application.Ports.IRandomSource random)
    {
        Span<byte> octets = stackalloc byte[OctetsMin];
        random.Fill(octets);
        return new PartnerKey(Pinned(octets));
    }

    internal string Sign(ReadOnlySpan<byte> message)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, message));
    }

    private static byte[] Pinned(ReadOnlySpan<byte> octets)
    {
        var key = GC.AllocateArray<byte>(octets.Length, pinned: true);
        octets.CopyTo(key);
        return key;
    }
}
