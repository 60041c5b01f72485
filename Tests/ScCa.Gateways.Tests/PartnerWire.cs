using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Tests;

/// <summary>The partner's side of the protocol, put together from its description and not from the code under test.</summary>
internal static class PartnerWire
{
    public const string SharedKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public const string Now = "1767580215";

    private static int nonces;

    public static PartnerKey Key() => PartnerKey.FromBase64(SharedKey);

    public static PartnerOptions Options(LoopbackServer server) => new(server.Url("/api/"), "scca");

    public static PartnerOptions Options() => new(new Uri("https://partner.example/api/"), "scca");

    public static byte[] Answer(ReceivedRequest request, string service, int status, string body) => LoopbackServer.Answer(
        status, body, ("X-Partner-Signature", Hmac("answer", service, $"{status}", request.Headers["X-Partner-Nonce"], Digest(Encoding.UTF8.GetBytes(body)))));

    public static string RequestSignature(ReceivedRequest request, string service, string method, string path) => Hmac(
        "request", service, method, path, request.Headers["X-Partner-Timestamp"], request.Headers["X-Partner-Nonce"], Digest(request.Body));

    /// <summary>Signed anew at every call.</summary>
    public static CallbackHeaders Signed(string service, byte[] body, string timestamp = Now, string? nonce = null, string kind = "callback")
    {
        nonce ??= $"nonce{Interlocked.Increment(ref nonces)}";
        return new CallbackHeaders("scca", timestamp, nonce, Hmac(kind, service, timestamp, nonce, Digest(body)));
    }

    public static string Digest(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    public static string Hmac(params string[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(SharedKey), Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
