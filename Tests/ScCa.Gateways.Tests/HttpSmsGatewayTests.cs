using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Sms;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class HttpSmsGatewayTests
{
    private const string Phone = "13800138000";
    private const string Code = "验证码 4711";
    private const string SharedKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly ImmutableDictionary<string, string> Codes = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("isv.MOBILE_NUMBER_ILLEGAL", SmsErrorCode.PhoneRefused), KeyValuePair.Create("isv.AMOUNT_NOT_ENOUGH", SmsErrorCode.NoCredit)]);

    [Fact]
    public async Task A_message_goes_out_as_signed_JSON_with_its_key_in_body_and_header()
    {
        await using var server = new LoopbackServer(request => Signed(request, 200, """{"reference":"op-1"}"""));

        var result = await Send(server, "message-7");

        Assert.Equal(new SmsResult("op-1", null), result);
        var request = Assert.Single(server.Received);
        Assert.Equal("POST /v1/send?tenant=a%20b HTTP/1.1", request.Line);
        Assert.Equal("{\"key\":\"message-7\",\"phone\":\"13800138000\",\"text\":\"\\u9A8C\\u8BC1\\u7801 4711\"}", request.Text);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("message-7", request.Headers["Idempotency-Key"]);
        Assert.Equal("scca", request.Headers["X-Key-Id"]);
        Assert.Equal("1767580215", request.Headers["X-Timestamp"]);
        Assert.Equal("00000001000000010000000000000000", request.Headers["X-Nonce"]);
        // Put together here once more from the description, without the code under test.
        var signed = $"POST\n/v1/send?tenant=a%20b\n1767580215\n00000001000000010000000000000000\n{Convert.ToHexStringLower(SHA256.HashData(request.Body))}";
        Assert.Equal(Hmac(signed), request.Headers["X-Signature"]);
    }

    [Fact]
    public void The_signatures_are_those_that_were_computed_elsewhere()
    {
        using var key = SmsSigningKey.FromBase64(SharedKey);

        Assert.Equal(
            "f8340e85ad578ee4343a82b89fc908acc1017eb8aae7b12dcec5c66cb8a5f03f",
            SmsSignature.OfRequest(key, "POST", "/v1/send", 1767580215, "n1", "{\"key\":\"a\"}"u8));
        Assert.Equal("480cea2c49124ac2838a8ea6f0de309ff2d5e1a738c9a1ddf6bf3b61ba911083", SmsSignature.OfAnswer(key, 200, "n1", "{\"reference\":\"r\"}"u8));
    }

    [Fact]
    public async Task Headers_are_called_as_the_operator_calls_them()
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Answer(200, """{"reference":"r"}"""));
        var names = new SmsHeaderNames
        {
            KeyId = "AppKey", Timestamp = "Curtime", Nonce = "Nonce", Signature = "CheckSum", IdempotencyKey = "Out-Id", AnswerSignature = "",
        };

        Assert.True((await Send(server, "a", options => options with { Headers = names })).IsTaken);

        var sent = server.Received[0].Headers;
        Assert.All(["AppKey", "Curtime", "Nonce", "CheckSum", "Out-Id"], name => Assert.Contains(name, sent.Keys));
        Assert.DoesNotContain("X-Signature", sent.Keys);
    }

    [Theory]
    [InlineData(200, """{"code":"isv.MOBILE_NUMBER_ILLEGAL","message":"13800138000 is bad"}""", SmsErrorCode.PhoneRefused)]
    [InlineData(200, """{"code":"13800138000"}""", SmsErrorCode.Refused)]
    [InlineData(400, """{"code":"isv.AMOUNT_NOT_ENOUGH"}""", SmsErrorCode.NoCredit)]
    [InlineData(400, """{"code":"unheard of"}""", SmsErrorCode.Refused)]
    [InlineData(400, "not json 13800138000", SmsErrorCode.Refused)]
    [InlineData(401, "", SmsErrorCode.NotAuthorised)]
    [InlineData(402, "{}", SmsErrorCode.NoCredit)]
    [InlineData(403, "[]", SmsErrorCode.NotAuthorised)]
    [InlineData(404, "{\"code\":7}", SmsErrorCode.Refused)]
    [InlineData(307, "", SmsErrorCode.Refused)]
    public async Task A_refusal_is_one_of_our_codes_and_is_not_tried_again(int status, string body, string expected)
    {
        await using var server = new LoopbackServer(request => Signed(request, status, body, ("Location", "/elsewhere")));

        Assert.Equal(new SmsResult(null, expected), await Send(server, "a"));

        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"reference\":\"\"}")]
    [InlineData("{\"reference\":7}")]
    [InlineData("{\"reference\":\"for-13800138000\"}")]
    [InlineData("{\"reference\":\"two words\"}")]
    [InlineData("{\"reference\":\"\\ud800\"}")]
    [InlineData("{\"reference\":\"a\",\"reference\":\"b\"}")]
    [InlineData("{\"reference\":\"a\",\"code\":\"b\"}")]
    [InlineData("{\"reference\":\"12345678901234567890123456789012345678901234567890123456789012345\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("\u0000\u0001\u0002")]
    public async Task A_success_that_cannot_be_read_leaves_the_outcome_unknown(string body)
    {
        await using var server = new LoopbackServer(request => Signed(request, 200, body));

        await FailsWithoutWords<HttpRequestException>(server);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_forged_changed_unsigned_or_doubly_signed_answer_counts_for_nothing()
    {
        const string Taken = """{"reference":"op-1"}""";
        byte[] Answered(ReceivedRequest request, params ReadOnlySpan<(string, string)> headers) => LoopbackServer.Answer(200, Taken, headers);
        Func<ReceivedRequest, byte[]>[] forgeries =
        [
            request => Answered(request),
            request => Answered(request, ("X-Answer-Signature", "")),
            request => Answered(request, ("X-Answer-Signature", Hmac("guess"))),
            request => Answered(request, ("X-Answer-Signature", SignatureOf(request, 200, Taken).ToUpperInvariant())),
            request => Answered(request, ("X-Answer-Signature", SignatureOf(request, 200, Taken + " "))),
            request => Answered(request, ("X-Answer-Signature", SignatureOf(request, 400, Taken))),
            request => Answered(request, ("X-Answer-Signature", SignatureOf(request, 200, Taken)), ("X-Answer-Signature", SignatureOf(request, 200, Taken))),
        ];
        foreach (var forgery in forgeries)
        {
            await using var server = new LoopbackServer(forgery);
            await FailsWithoutWords<HttpRequestException>(server);
            Assert.Single(server.Received);
        }
    }

    [Fact]
    public async Task An_earlier_answer_shown_again_counts_for_nothing()
    {
        byte[]? first = null;
        await using var server = new LoopbackServer(request => first ??= Signed(request, 200, """{"reference":"op-1"}"""));
        using var gateway = Gateway(server, options => options);

        Assert.True((await Send(gateway, "a")).IsTaken);
        await Assert.ThrowsAsync<HttpRequestException>(() => Send(gateway, "b"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task What_may_pass_is_tried_again_under_the_same_key_signed_anew(int status)
    {
        var left = 2;
        await using var server = new LoopbackServer(request => left-- > 0
            ? LoopbackServer.Answer(status, "<html>busy</html>", ("Retry-After", "3600"))
            : Signed(request, 200, """{"reference":"op-1"}"""));

        Assert.Equal(new SmsResult("op-1", null), await Send(server, "message-7"));

        Assert.Equal(3, server.Received.Count);
        Assert.Single(server.Received.Select(request => request.Headers["Idempotency-Key"]).Distinct());
        Assert.Single(server.Received.Select(request => request.Text).Distinct());
        Assert.Equal(3, server.Received.Select(request => request.Headers["X-Nonce"]).Distinct().Count());
        Assert.Equal(3, server.Received.Select(request => request.Headers["X-Signature"]).Distinct().Count());
    }

    [Fact]
    public async Task Too_many_to_the_last_is_a_refusal_a_broken_server_to_the_last_is_an_unknown_outcome()
    {
        await using var busy = new LoopbackServer(request => LoopbackServer.Answer(429, ""));
        Assert.Equal(new SmsResult(null, SmsErrorCode.TooMany), await Send(busy, "a"));
        Assert.Equal(3, busy.Received.Count);

        await using var broken = new LoopbackServer(request => LoopbackServer.Answer(502, $"no route for {Phone}"));
        await FailsWithoutWords<HttpRequestException>(broken);
        Assert.Equal(3, broken.Received.Count);
    }

    [Fact]
    public async Task Silence_ends_in_a_time_out_after_every_attempt_and_the_next_message_goes_through()
    {
        var silent = true;
        var random = new CountedRandom(1);
        await using var server = new LoopbackServer(request => silent ? null : Signed(request, 200, """{"reference":"op-1"}"""));
        using var gateway = new HttpSmsGateway(
            Options(server.Url("/")) with { Timeout = Duration.FromMilliseconds(50) }, SmsSigningKey.FromBase64(SharedKey), new FixedClock(), random);

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => Send(gateway, "a"));
        Assert.DoesNotContain(Phone, failure.ToString(), StringComparison.Ordinal);

        silent = false;
        using var patient = new HttpSmsGateway(Options(server.Url("/")), SmsSigningKey.FromBase64(SharedKey), new FixedClock(), random);
        Assert.True((await Send(patient, "a")).IsTaken);
        // Each attempt takes a nonce: three of them were made in vain.
        Assert.StartsWith("0000000100000004", server.Received[^1].Headers["X-Nonce"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_never_ends_or_is_too_long_is_not_read_to_its_end()
    {
        var endless = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n" + new string(' ', 100_000));
        await using var huge = new LoopbackServer(request => endless);
        await FailsWithoutWords<HttpRequestException>(huge);
        Assert.Single(huge.Received);

        await using var dripping = new LoopbackServer(request => "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"u8.ToArray());
        await FailsWithoutWords<HttpRequestException>(dripping);

        await using var bombed = new LoopbackServer(request => [.. "HTTP/1.1 200 OK\r\n"u8, .. Encoding.ASCII.GetBytes("X: " + new string('x', 100_000)), .. "\r\n\r\n"u8]);
        await FailsWithoutWords<HttpRequestException>(bombed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 13800138000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n13800138000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n13800138000 4711\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task Whoever_does_not_speak_HTTP_leaves_the_outcome_unknown(string octets)
    {
        await using var server = new LoopbackServer(request => Encoding.ASCII.GetBytes(octets));

        await FailsWithoutWords<HttpRequestException>(server);
    }

    [Fact]
    public async Task Nobody_there_is_an_unknown_outcome_too()
    {
        Uri url;
        await using (var gone = new LoopbackServer(request => null))
            url = gone.Url("/");
        using var gateway = new HttpSmsGateway(Options(url), SmsSigningKey.FromBase64(SharedKey), new FixedClock(), new CountedRandom(1));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Send(gateway, "a"));

        Assert.IsType<SocketException>(failure.InnerException);
        Assert.DoesNotContain(Phone, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_of_a_time_out()
    {
        await using var server = new LoopbackServer(request => null);
        using var gateway = Gateway(server, options => options);
        using var leaving = new CancellationTokenSource();
        var sending = gateway.Send(new Application.Ports.Sms("a", Phone, Code), leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("密")]
    public async Task A_key_that_would_not_fit_a_header_is_never_sent(string key)
    {
        await using var server = new LoopbackServer(request => null);

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => Send(server, key));

        Assert.DoesNotContain(Phone, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("http://sms.example/send")]
    [InlineData("http://localhost/send")]
    [InlineData("ftp://127.0.0.1/send")]
    [InlineData("https://user:password@sms.example/send")]
    [InlineData("https://sms.example/send#part")]
    [InlineData("/send")]
    public void An_address_that_others_can_listen_to_is_refused(string url) => IsRefused(Options(new Uri(url, UriKind.RelativeOrAbsolute)), "Sms:Url");

    [Fact]
    public void Options_that_make_no_sense_are_refused_by_name()
    {
        var good = Options(new Uri("https://sms.example/send"));
        using (Open(good))
        using (Open(Options(new Uri("http://[::1]:8080/send"))))
        {
            IsRefused(good with { KeyId = "" }, "Sms:KeyId");
            IsRefused(good with { KeyId = "a\r\nb" }, "Sms:KeyId");
            IsRefused(good with { Headers = new SmsHeaderNames { Nonce = "a b" } }, "Sms:Headers");
            IsRefused(good with { Headers = new SmsHeaderNames { Nonce = "x-timestamp" } }, "Sms:Headers");
            IsRefused(good with { Headers = new SmsHeaderNames { Nonce = "Content-Length" } }, "Sms:Headers");
            IsRefused(good with { Headers = new SmsHeaderNames { AnswerSignature = "a:b" } }, "Sms:Headers");
            IsRefused(good with { Codes = good.Codes.Add("x", "made-up") }, "Sms:Codes");
            IsRefused(good with { Timeout = Duration.Zero }, "Sms:TimeoutSeconds");
            IsRefused(good with { AttemptsMax = 0 }, "Sms:Attempts");
            IsRefused(good with { AttemptsMax = 11 }, "Sms:Attempts");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==")]
    [InlineData("not base64 at all, not base64 at all, not base64 at all")]
    public void A_key_that_is_short_or_none_is_refused_without_being_quoted(string text)
    {
        var refusal = Assert.Throws<GatewayRefusedException>(() => SmsSigningKey.FromBase64(text));

        Assert.Contains("32", refusal.En, StringComparison.Ordinal);
        Assert.True(text.Length == 0 || !refusal.ToString().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_shows_nothing_and_ends_with_its_gateway()
    {
        var key = SmsSigningKey.FromBase64(SharedKey + "\n");
        Assert.Equal("(SMS signing key)", key.ToString());

        new HttpSmsGateway(Options(new Uri("https://sms.example/")), key, new FixedClock(), new CountedRandom(1)).Dispose();

        Assert.Throws<ObjectDisposedException>(() => SmsSignature.OfAnswer(key, 200, "n", []));
    }

    private static void IsRefused(HttpSmsOptions options, string setting)
    {
        var refusal = Assert.Throws<GatewayRefusedException>(() => Open(options));
        Assert.Contains(setting, refusal.En, StringComparison.Ordinal);
        Assert.Contains(setting, refusal.ZhCn, StringComparison.Ordinal);
    }

    private static async Task FailsWithoutWords<TFailure>(LoopbackServer server) where TFailure : Exception
    {
        var failure = await Assert.ThrowsAsync<TFailure>(() => Send(server, "a"));
        Assert.DoesNotContain(Phone, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Signed(ReceivedRequest request, int status, string body, params ReadOnlySpan<(string Name, string Value)> headers) =>
        LoopbackServer.Answer(status, body, [("X-Answer-Signature", SignatureOf(request, status, body)), .. headers]);

    private static string SignatureOf(ReceivedRequest request, int status, string body) =>
        Hmac($"{status}\n{request.Headers["X-Nonce"]}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}");

    private static string Hmac(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(SharedKey), Encoding.UTF8.GetBytes(text)));

    private static HttpSmsOptions Options(Uri url) => new(url, "scca") { Codes = Codes, Pause = Duration.Zero, PauseMax = Duration.Zero };

    private static HttpSmsGateway Open(HttpSmsOptions options) => new(options, SmsSigningKey.FromBase64(SharedKey), new FixedClock(), new CountedRandom(1));

    private static HttpSmsGateway Gateway(LoopbackServer server, Func<HttpSmsOptions, HttpSmsOptions> change) => Open(change(Options(server.Url("/v1/send?tenant=a%20b"))));

    private static async Task<SmsResult> Send(LoopbackServer server, string key, Func<HttpSmsOptions, HttpSmsOptions>? change = null)
    {
        using var gateway = Gateway(server, change ?? (options => options));
        return await Send(gateway, key);
    }

    private static Task<SmsResult> Send(HttpSmsGateway gateway, string key) =>
        gateway.Send(new Application.Ports.Sms(key, Phone, Code), TestContext.Current.CancellationToken);
}
