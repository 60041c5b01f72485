using System.Globalization;
using System.Net;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Partners;

/// <summary>The other end of a partner's protocol, for stand-ins: takes only signed requests, each once, answers signed, and signs callbacks.</summary>
internal sealed class LocalPartner(
    string service, PartnerOptions options, PartnerKey key, IClock clock, IRandomSource random, Func<HttpMethod, string, byte[], CancellationToken, Task<LocalAnswer>> serve)
    : HttpMessageHandler
{
    public static readonly PartnerOptions Options = new(new Uri("https://stand-in.invalid/"), "stand-in");

    private readonly HashSet<string> nonces = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public (CallbackHeaders Headers, byte[] Body) Callback<T>(T told)
    {
        var body = PartnerJson.Write(told);
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = NewName(random, 32);
        return (new CallbackHeaders(options.KeyId, timestamp, nonce, PartnerSignature.OfCallback(key, service, timestamp, nonce, body)), body);
    }

    public static string NewName(IRandomSource random, int length)
    {
        Span<byte> octets = stackalloc byte[16];
        random.Fill(octets);
        // Of a digest any part is as good as the whole.
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(octets))[..length];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var nonce = Single(request, PartnerSignature.NonceHeader);
        var (status, answer) = IsAuthorised(request, nonce, body)
            ? await serve(request.Method, request.RequestUri!.AbsolutePath, body, cancellationToken).ConfigureAwait(false)
            : LocalAnswer.Refused(401, "not-authorised");
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(answer) };
        response.Headers.Add(PartnerSignature.SignatureHeader, PartnerSignature.OfAnswer(key, service, status, nonce, answer));
        return response;
    }

    private bool IsAuthorised(HttpRequestMessage request, string nonce, byte[] body)
    {
        var timestamp = Single(request, PartnerSignature.TimestampHeader);
        var expected = PartnerSignature.OfRequest(key, service, request.Method.Method, request.RequestUri!.PathAndQuery, timestamp, nonce, body);
        if (!PartnerSignature.AreEqual(expected, Single(request, PartnerSignature.SignatureHeader)) || Single(request, PartnerSignature.KeyHeader) != options.KeyId
            || Math.Abs(clock.GetCurrentInstant().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture)) > PartnerCallbacks.Window.TotalSeconds)
            return false;
        lock (gate)
            return nonces.Add(nonce);
    }

    private static string Single(HttpRequestMessage request, string header) => request.Headers.TryGetValues(header, out var values) ? values.Single() : "";
}

/// <summary>What a stand-in answers.</summary>
internal sealed record LocalAnswer(int Status, byte[] Body)
{
    public static LocalAnswer Done<T>(T body) => new(200, PartnerJson.Write(body));

    public static LocalAnswer Refused(int status, string code) => new(status, PartnerJson.Write(new PartnerJson.Failure(code)));
}
