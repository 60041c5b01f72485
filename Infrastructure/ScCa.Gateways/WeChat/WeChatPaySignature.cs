using System.Globalization;
using System.Text;

namespace ScCa.Gateways.WeChat;

/// <summary>The octets that are signed, RSA PKCS #1 v1.5 with SHA-256 (scheme <c>WECHATPAY2-SHA256-RSA2048</c>).</summary>
internal static class WeChatPaySignature
{
    public const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    // WeChat Pay APIv3, Interface rules, "Generate a request signature", 2: method, URL without host, timestamp, nonce and body, each ended by a line feed.
    public static byte[] OfRequest(string method, string pathAndQuery, long timestamp, string nonce, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n")), .. body, (byte)'\n'];

    // Interface rules, "Verify a signature", 2: timestamp, nonce and the raw body, each ended by a line feed; answers and notices alike.
    public static byte[] OfAnswer(string timestamp, string nonce, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body, (byte)'\n'];

    // "Generate a request signature", 4: the order of the five is free, their names are not.
    public static string Authorization(WeChatPayOptions options, long timestamp, string nonce, string signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"mchid=\"{options.MerchantId}\",nonce_str=\"{nonce}\",timestamp=\"{timestamp}\",serial_no=\"{options.MerchantSerial}\",signature=\"{signature}\"");
}
