using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// The merchant's private key, WeChat's public keys by their serials, and the APIv3 key. <b>Concurrency</b>: safe from any thread, but not beside
/// <see cref="Dispose"/>.
/// </summary>
public sealed class WeChatPayKeys : IDisposable
{
    // "APIv3 key": 32 octets, typed in as text (Development > Interface rules > Certificate and callback decryption).
    private const int ApiKeyOctets = 32;

    private readonly RSA merchant;

    private readonly ImmutableDictionary<string, RSA> platform;

    private readonly byte[] apiKey;

    private readonly Lock signing = new();

    private int disposed;

    /// <summary>Takes over the RSA keys and disposes of them; copies the APIv3 key, which the caller wipes.</summary>
    /// <param name="platform">By the serial number of the platform certificate, or by the id of the WeChat Pay public key (<c>PUB_KEY_ID_…</c>).</param>
    /// <exception cref="GatewayRefusedException">A key is not of the kind that WeChat Pay uses.</exception>
    public WeChatPayKeys(RSA merchant, IReadOnlyDictionary<string, RSA> platform, ReadOnlySpan<char> apiKey)
    {
        ArgumentNullException.ThrowIfNull(merchant);
        ArgumentNullException.ThrowIfNull(platform);
        if (merchant.KeySize < 2048 || platform.Count == 0 || platform.Values.Any(key => key.KeySize < 2048) || apiKey.Length != ApiKeyOctets
            || !Ascii.IsValid(apiKey))
        {
            throw new GatewayRefusedException(
                "微信支付的密钥不可用：需要 2048 位以上的 RSA 密钥、至少一个平台公钥和 32 位的 APIv3 密钥。",
                "The keys for WeChat Pay cannot be used: RSA of 2048 bits or more, at least one platform key and an APIv3 key of 32 characters are needed.");
        }

        this.merchant = merchant;
        this.platform = platform.ToImmutableDictionary(StringComparer.Ordinal);
        this.apiKey = GC.AllocateArray<byte>(ApiKeyOctets, pinned: true);
        Encoding.ASCII.GetBytes(apiKey, this.apiKey);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        CryptographicOperations.ZeroMemory(apiKey);
        merchant.Dispose();
        foreach (var key in platform.Values)
            key.Dispose();
    }

    public override string ToString() => "(WeChat Pay keys)";

    internal ReadOnlySpan<byte> ApiKey => apiKey;

    internal bool Knows(string serial) => platform.ContainsKey(serial);

    internal string Sign(ReadOnlySpan<byte> message)
    {
        // An RSA object is not promised to be used from two threads at once.
        lock (signing)
            return Convert.ToBase64String(merchant.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    internal bool Verifies(string serial, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        lock (signing)
            return platform.TryGetValue(serial, out var key) && key.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
