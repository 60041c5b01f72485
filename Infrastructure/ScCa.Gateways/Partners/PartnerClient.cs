using System.Globalization;
using System.Net.Http.Headers;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Partners;

/// <summary>
/// Asks a partner. Every request is signed, and no answer counts that he has not signed for this very request. Nothing is tried again here: whoever repeats
/// a request does so under its number.
/// </summary>
internal sealed class PartnerClient : IDisposable
{
    private const int NonceOctets = 16;

    private readonly string service;
    private readonly PartnerOptions options;
    private readonly PartnerKey key;
    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly HttpMessageInvoker client;

    /// <summary>Takes over the key and the handler.</summary>
    /// <param name="service">What is asked for there; part of everything that is signed.</param>
    /// <param name="handler">What carries the requests; null: the network.</param>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public PartnerClient(string service, PartnerOptions options, PartnerKey key, IClock clock, IRandomSource random, HttpMessageHandler? handler)
    {
        (this.service, this.options, this.key, this.clock, this.random) = (service, options, key, clock, random);
        client = handler is null ? RemoteClient.Create(options.Url, options.Timeout) : new HttpMessageInvoker(handler);
    }

    public Task<GatewayResult<T>> Post<T>(string path, byte[] body, int answerOctetsMax, Func<byte[], T?> read, CancellationToken cancellation) where T : class =>
        Ask(HttpMethod.Post, path, body, answerOctetsMax, read, cancellation);

    public Task<GatewayResult<T>> Get<T>(string path, int answerOctetsMax, Func<byte[], T?> read, CancellationToken cancellation) where T : class =>
        Ask(HttpMethod.Get, path, [], answerOctetsMax, read, cancellation);

    public void Dispose()
    {
        client.Dispose();
        key.Dispose();
    }

    private async Task<GatewayResult<T>> Ask<T>(HttpMethod method, string path, byte[] body, int answerOctetsMax, Func<byte[], T?> read, CancellationToken cancellation)
        where T : class
    {
        var nonce = NewNonce();
        using var request = Signed(method, new Uri(options.Url, path), nonce, body);
        var answer = await client.Exchange(request, options.Timeout, answerOctetsMax, cancellation).ConfigureAwait(false);
        if (!PartnerSignature.AreEqual(
            PartnerSignature.OfAnswer(key, service, answer.Status, nonce, answer.Body), answer.Single(PartnerSignature.SignatureHeader)))
            throw Unknown($"The answer {answer.Status} is not signed by the partner ({service}).");
        return answer.Status switch
        {
            >= 200 and < 300 => read(answer.Body) is { } value ? new GatewayResult<T>(value, ErrorCode: null) : throw Unknown($"The answer cannot be read ({service})."),
            // Whether anything was done is left open by these two.
            408 or 425 => throw Unknown($"The partner answered {answer.Status} ({service})."),
            >= 400 and < 500 => new GatewayResult<T>(Value: null, Code(answer.Body)),
            _ => throw Unknown($"The partner answered {answer.Status} ({service})."),
        };
    }

    private HttpRequestMessage Signed(HttpMethod method, Uri url, string nonce, byte[] body)
    {
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add(PartnerSignature.KeyHeader, options.KeyId);
        request.Headers.Add(PartnerSignature.TimestampHeader, timestamp);
        request.Headers.Add(PartnerSignature.NonceHeader, nonce);
        request.Headers.Add(PartnerSignature.SignatureHeader, PartnerSignature.OfRequest(key, service, method.Method, url.PathAndQuery, timestamp, nonce, body));
        if (body.Length > 0)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return request;
    }

    // One of a documented list; whatever else stands there is free text and goes no further.
    private static string Code(byte[] body) => PartnerJson.Read<PartnerJson.Failure>(body)?.Code is { } code && PartnerText.IsCode(code) ? code : "unknown";

    private static HttpRequestException Unknown(string what) => new(HttpRequestError.InvalidResponse, what);

    private string NewNonce()
    {
        Span<byte> octets = stackalloc byte[NonceOctets];
        random.Fill(octets);
        return Convert.ToHexStringLower(octets);
    }
}
