using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Gateways.Sms;

/// <summary>
/// What is signed, with HMAC-SHA256 in lower-case hexadecimal. A request: method, path with query, timestamp, nonce and the SHA-256 of the body, joined by
/// line feeds, none of which holds one. An answer: status, the nonce of the request and the SHA-256 of the body; the nonce ties it to that one request, so
/// that an earlier answer cannot be shown again.
/// </summary>
public static class SmsSignature
{
    public static string OfRequest(SmsSigningKey key, string method, string pathAndQuery, long timestamp, string nonce, ReadOnlySpan<byte> body) =>
        Sign(key, method, pathAndQuery, timestamp.ToString(CultureInfo.InvariantCulture), nonce, DigestOf(body));

    public static string OfAnswer(SmsSigningKey key, int status, string nonce, ReadOnlySpan<byte> body) =>
        Sign(key, status.ToString(CultureInfo.InvariantCulture), nonce, DigestOf(body));

    /// <summary>In a time that does not tell how much of it is right.</summary>
    internal static bool AreEqual(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string DigestOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static string Sign(SmsSigningKey key, params ReadOnlySpan<string> parts)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Sign(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }
}
