using System.Globalization;
using System.Net.Http.Headers;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;
using ScCa.Gateways.Sms;

namespace ScCa.Gateways.Accounts;

/// <summary>
/// Asks about accounts by signed JSON over HTTPS: one address answers for every platform that it names, the platforms' own or a relay before them. Requests
/// and answers are signed as those of <see cref="HttpSmsGateway"/> are. <b>Idempotence</b>: a question is put once, never again by itself, because the platform
/// may count wrong passwords. <b>Failure</b>: what is said in a signed answer is a result; anything else is an <see cref="HttpRequestException"/> or
/// <see cref="TimeoutException"/> that quotes nothing. <b>Concurrency</b>: safe from any thread.
/// </summary>
public sealed class HttpPlatformAccounts : IPlatformAccounts, IDisposable
{
    private const int AnswerOctetsMax = 64 * 1024;

    private const int NonceOctets = 16;

    private static readonly SmsHeaderNames Headers = new();

    private readonly HttpPlatformAccountsOptions options;

    private readonly SmsSigningKey key;

    private readonly IClock clock;

    private readonly IRandomSource random;

    private readonly HttpMessageInvoker client;

    /// <summary>Takes over the key and disposes of it.</summary>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public HttpPlatformAccounts(HttpPlatformAccountsOptions options, SmsSigningKey key, IClock clock, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (this.options, this.key, this.clock, this.random) = (options, key, clock, random);
        client = RemoteClient.Create(options.Url, options.Timeout);
    }

    public async Task<PlatformAccountCheck> Check(PlatformAccount account, ReadOnlyMemory<char> password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        using var question = new PlatformAccountQuestion(account, password.Span);
        var (timestamp, nonce) = (clock.GetCurrentInstant().ToUnixTimeSeconds(), NewNonce());
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ReadOnlyMemoryContent(question.Octets) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(Headers.KeyId, options.KeyId);
        request.Headers.Add(Headers.Timestamp, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(Headers.Nonce, nonce);
        request.Headers.Add(Headers.Signature, SmsSignature.OfRequest(key, "POST", options.Url.PathAndQuery, timestamp, nonce, question.Octets.Span));
        return Meaning(await client.Exchange(request, options.Timeout, AnswerOctetsMax, cancellation).ConfigureAwait(false), nonce);
    }

    public void Dispose()
    {
        client.Dispose();
        key.Dispose();
    }

    // Nobody in between may say that an account is right, nor that it is wrong.
    private PlatformAccountCheck Meaning(RemoteAnswer answer, string nonce) =>
        SmsSignature.AreEqual(SmsSignature.OfAnswer(key, answer.Status, nonce, answer.Body), answer.Single(Headers.AnswerSignature))
            ? PlatformAccountAnswers.Read(answer, options.Codes)
            : throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer about an account is not signed by the platform.");

    private string NewNonce()
    {
        Span<byte> octets = stackalloc byte[NonceOctets];
        random.Fill(octets);
        return Convert.ToHexStringLower(octets);
    }
}
