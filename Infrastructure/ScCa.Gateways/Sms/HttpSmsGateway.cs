using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Sms;

/// <summary>
/// Sends SMS through an operator that takes JSON over HTTPS. <b>Idempotence</b>: the de-duplication key travels in the signed body and in a header, the same
/// at every attempt, so that what was taken but not answered is not sent twice. <b>Failure</b>: what the operator refuses is a result; where it stays unknown
/// whether the message was taken, an <see cref="HttpRequestException"/> or <see cref="TimeoutException"/> is thrown that names neither phone nor text.
/// <b>Concurrency</b>: safe from any thread.
/// </summary>
public sealed class HttpSmsGateway : ISmsGateway, IDisposable
{
    private const int AnswerOctetsMax = 64 * 1024;

    private const int NonceOctets = 16;

    private readonly HttpSmsOptions options;

    private readonly SmsSigningKey key;

    private readonly IClock clock;

    private readonly IRandomSource random;

    private readonly HttpMessageInvoker client;

    /// <summary>Takes over the key and disposes of it.</summary>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public HttpSmsGateway(HttpSmsOptions options, SmsSigningKey key, IClock clock, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (this.options, this.key, this.clock, this.random) = (options, key, clock, random);
        client = RemoteClient.Create(options.Url, options.Timeout);
    }

    public async Task<SmsResult> Send(Application.Ports.Sms message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!HttpSmsOptions.IsHeaderText(message.DeduplicationKey))
            throw new ArgumentException("The de-duplication key does not fit a header.", nameof(message));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { key = message.DeduplicationKey, phone = message.Phone, text = message.Text }, JsonSerializerOptions.Web);
        for (var attempt = 1; ; attempt++)
        {
            var isLast = attempt >= options.AttemptsMax;
            try
            {
                var (answer, nonce) = await Attempt(message, body, cancellation).ConfigureAwait(false);
                if (isLast || !IsWorthAnotherAttempt(answer.Status))
                    return Meaning(answer, nonce, message);
                await Pause(attempt, answer.RetryAfter, cancellation).ConfigureAwait(false);
            }
            catch (Exception reason) when (!isLast && IsUnanswered(reason))
            {
                await Pause(attempt, asked: null, cancellation).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        client.Dispose();
        key.Dispose();
    }

    // Signed anew each time: an operator that remembers nonces would take the second attempt for a replay.
    private async Task<(RemoteAnswer Answer, string Nonce)> Attempt(Application.Ports.Sms message, byte[] body, CancellationToken cancellation)
    {
        var (timestamp, nonce) = (clock.GetCurrentInstant().ToUnixTimeSeconds(), NewNonce());
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(options.Headers.KeyId, options.KeyId);
        request.Headers.Add(options.Headers.Timestamp, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(options.Headers.Nonce, nonce);
        request.Headers.Add(options.Headers.IdempotencyKey, message.DeduplicationKey);
        request.Headers.Add(options.Headers.Signature, SmsSignature.OfRequest(key, "POST", options.Url.PathAndQuery, timestamp, nonce, body));
        return (await client.Exchange(request, options.Timeout, AnswerOctetsMax, cancellation).ConfigureAwait(false), nonce);
    }

    private static bool IsWorthAnotherAttempt(int status) => status is 408 or 425 or 429 or >= 500;

    // An answer that makes no sense will make none the next time.
    private static bool IsUnanswered(Exception reason) =>
        reason is TimeoutException or HttpRequestException { HttpRequestError: not HttpRequestError.InvalidResponse, StatusCode: null };

    private SmsResult Meaning(RemoteAnswer answer, string nonce, Application.Ports.Sms message)
    {
        // Whoever stands in between may answer these without the operator's key. "Too many" says that nothing was taken; the others say nothing.
        if (answer.Status == 429)
            return new SmsResult(Reference: null, SmsErrorCode.TooMany);
        if (IsWorthAnotherAttempt(answer.Status))
            throw new HttpRequestException($"The SMS gateway answered {answer.Status}.", inner: null, (System.Net.HttpStatusCode)answer.Status);
        if (options.Headers.AnswerSignature is { Length: > 0 } header
            && !SmsSignature.AreEqual(SmsSignature.OfAnswer(key, answer.Status, nonce, answer.Body), answer.Single(header)))
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The SMS gateway's answer is not signed by it.");
        return SmsAnswer.Read(answer, message.Phone, options.Codes);
    }

    private Task Pause(int attempt, TimeSpan? asked, CancellationToken cancellation)
    {
        var wanted = asked is { } longer ? Duration.FromTimeSpan(longer) : options.Pause * Math.Pow(2, attempt - 1);
        return Task.Delay(Duration.Min(wanted, options.PauseMax).ToTimeSpan(), cancellation);
    }

    private string NewNonce()
    {
        Span<byte> octets = stackalloc byte[NonceOctets];
        random.Fill(octets);
        return Convert.ToHexStringLower(octets);
    }
}
