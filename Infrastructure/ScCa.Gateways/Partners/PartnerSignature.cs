using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Gateways.Partners;

/// <summary>
/// What is signed, with HMAC-SHA256 in lower-case hexadecimal: parts joined by line feeds, none of which holds one. The first part says which of the three
/// kinds it is and the second which service, so that what was signed as one is never taken for another, in either direction.
/// </summary>
public static class PartnerSignature
{
    public const string KeyHeader = "X-Partner-Key";
    public const string TimestampHeader = "X-Partner-Timestamp";
    public const string NonceHeader = "X-Partner-Nonce";
    public const string SignatureHeader = "X-Partner-Signature";

    public static string OfRequest(PartnerKey key, string service, string method, string pathAndQuery, string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        Sign(key, "request", service, method, pathAndQuery, timestamp, nonce, DigestOf(body));

    /// <param name="nonce">The request's: it ties the answer to that one request.</param>
    public static string OfAnswer(PartnerKey key, string service, int status, string nonce, ReadOnlySpan<byte> body) =>
        Sign(key, "answer", service, status.ToString(CultureInfo.InvariantCulture), nonce, DigestOf(body));

    public static string OfCallback(PartnerKey key, string service, string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        Sign(key, "callback", service, timestamp, nonce, DigestOf(body));

    /// <summary>In a time that does not tell how much of it is right.</summary>
    internal static bool AreEqual(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string DigestOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static string Sign(PartnerKey key, params ReadOnlySpan<string> parts)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Sign(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }
}
