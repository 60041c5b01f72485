using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;
using ScCa.Gateways.RealPerson;
using Xunit;

namespace ScCa.Gateways.Tests;

/// <summary>What holds of every partner's answers, shown with the smallest of their questions.</summary>
public sealed class PartnerClientTests
{
    private const string Service = "real-person";
    private const string Pending = """{"number":"check-1","status":"pending"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_signatures_are_those_that_were_computed_elsewhere()
    {
        using var key = PartnerWire.Key();

        Assert.Equal(
            "4c5c451afaad3cf0f469fc59f3e31cdd8f5647bdabfabff42b5436a1ac816a9d",
            PartnerSignature.OfRequest(key, "real-person", "POST", "/api/v1/checks", "1767580215", "n1", "{\"number\":\"check-1\"}"u8));
        Assert.Equal("0cdd7c06eac3dcba2b61b5c06bc765281b8b0151c60174608783415c72979285", PartnerSignature.OfAnswer(key, "invoice", 200, "n1", "{\"a\":1}"u8));
        Assert.Equal("319ee643b6cd36cc78d9fab1cb71db3b97eb12416d3c2dde07f9a42e5217bb99", PartnerSignature.OfCallback(key, "courier", "1767580215", "n1", "{\"events\":[]}"u8));
    }

    [Fact]
    public async Task A_question_is_signed_as_the_description_says()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, Pending));

        Assert.Equal(RealPersonStatus.Pending, (await Find(server)).Value!.Status);

        var request = Assert.Single(server.Received);
        Assert.Equal("GET /api/v1/checks/check-1 HTTP/1.1", request.Line);
        Assert.Empty(request.Body);
        Assert.Equal("scca", request.Headers["X-Partner-Key"]);
        Assert.Equal(PartnerWire.Now, request.Headers["X-Partner-Timestamp"]);
        Assert.Equal("00000001000000010000000000000000", request.Headers["X-Partner-Nonce"]);
        Assert.Equal(PartnerWire.RequestSignature(request, Service, "GET", "/api/v1/checks/check-1"), request.Headers["X-Partner-Signature"]);
    }

    [Fact]
    public async Task A_forged_changed_unsigned_or_doubly_signed_answer_leaves_the_outcome_unknown()
    {
        Func<ReceivedRequest, byte[]>[] forgeries =
        [
            _ => LoopbackServer.Answer(200, Pending),
            _ => LoopbackServer.Answer(200, Pending, ("X-Partner-Signature", "")),
            _ => LoopbackServer.Answer(200, Pending, ("X-Partner-Signature", new string('0', 64))),
            // Signed for another service, another request, another status, other content; and a request's own signature sent back.
            request => PartnerWire.Answer(request, "invoice", 200, Pending),
            request => PartnerWire.Answer(request with { Headers = new Dictionary<string, string> { ["X-Partner-Nonce"] = "earlier" } }, Service, 200, Pending),
            request => LoopbackServer.Answer(404, Pending, ("X-Partner-Signature", SignatureOf(request))),
            request => LoopbackServer.Answer(200, Pending.Replace("pending", "passed", StringComparison.Ordinal), ("X-Partner-Signature", SignatureOf(request))),
            request => LoopbackServer.Answer(200, "", ("X-Partner-Signature", request.Headers["X-Partner-Signature"])),
            request => LoopbackServer.Answer(200, Pending, ("X-Partner-Signature", SignatureOf(request)), ("X-Partner-Signature", SignatureOf(request))),
            request => LoopbackServer.Answer(200, Pending, ("X-Partner-Signature", SignatureOf(request).ToUpperInvariant())),
        ];
        foreach (var forgery in forgeries)
        {
            await using var server = new LoopbackServer(forgery);
            await Assert.ThrowsAsync<HttpRequestException>(() => Find(server));
        }
    }

    [Theory]
    [InlineData(400, """{"code":"number-used","message":"张三 110101199003070015"}""", "number-used")]
    [InlineData(404, """{"code":"not-found"}""", "not-found")]
    [InlineData(401, """{"code":"110101199003070015 is wrong"}""", "unknown")]
    [InlineData(403, """{"code":"NOT-LOWER"}""", "unknown")]
    [InlineData(422, """{"code":7}""", "unknown")]
    [InlineData(429, "", "unknown")]
    [InlineData(409, "[[[[", "unknown")]
    [InlineData(410, """{"code":"\ud800"}""", "unknown")]
    [InlineData(410, """{"code":"a","code":"b"}""", "unknown")]
    public async Task A_refusal_is_a_code_and_never_free_text(int status, string body, string expected)
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, status, body));

        Assert.Equal(new GatewayResult<RealPersonOutcome>(null, expected), await Find(server));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"number":"check-2","status":"pending"}""")]
    [InlineData(200, """{"number":"check-1","status":"pending","status":"passed"}""")]
    [InlineData(301, Pending)]
    [InlineData(408, Pending)]
    [InlineData(425, Pending)]
    [InlineData(500, Pending)]
    [InlineData(503, """{"code":"busy"}""")]
    public async Task What_is_no_answer_leaves_the_outcome_unknown_and_is_asked_once(int status, string body)
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, status, body));

        await Assert.ThrowsAsync<HttpRequestException>(() => Find(server));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task An_endless_a_silent_and_a_broken_answer_leave_the_outcome_unknown()
    {
        await using var endless = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, new string(' ', 17 * 1024) + Pending));
        await using var silent = new LoopbackServer(_ => null);
        await using var gone = new LoopbackServer(_ => []);

        await Assert.ThrowsAsync<HttpRequestException>(() => Find(endless));
        await Assert.ThrowsAsync<TimeoutException>(() => Find(silent, PartnerWire.Options(silent) with { Timeout = Duration.FromMilliseconds(200) }));
        await Assert.ThrowsAsync<HttpRequestException>(() => Find(gone));
    }

    [Theory]
    [InlineData("http://partner.example/api/", "scca", "Url")]
    [InlineData("https://partner.example/api", "scca", "Url")]
    [InlineData("https://partner.example/api/?a=1", "scca", "Url")]
    [InlineData("https://user@partner.example/", "scca", "Url")]
    [InlineData("/api/", "scca", "Url")]
    [InlineData("https://partner.example/", "", "KeyId")]
    [InlineData("https://partner.example/", "a\r\nb", "KeyId")]
    public void Options_that_make_no_sense_are_refused_by_name(string url, string keyId, string setting)
    {
        var options = new PartnerOptions(new Uri(url, UriKind.RelativeOrAbsolute), keyId);

        var refusal = Assert.Throws<GatewayRefusedException>(() => new PartnerRealPersonChecks(options, PartnerWire.Key(), new FixedClock(), new CountedRandom(1)));

        Assert.Contains($"RealPerson:{setting}", refusal.En, StringComparison.Ordinal);
        Assert.Contains($"RealPerson:{setting}", refusal.ZhCn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, not base64 at all, not base64 at all")]
    public void A_key_that_is_short_or_none_is_refused_without_being_quoted(string text)
    {
        var refusal = Assert.Throws<GatewayRefusedException>(() => PartnerKey.FromBase64(text));

        Assert.True(text.Length == 0 || !refusal.ToString().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_shows_nothing_and_ends_with_its_gateway()
    {
        var key = PartnerKey.FromBase64(PartnerWire.SharedKey + "\n");
        Assert.Equal("(partner key)", key.ToString());

        new PartnerRealPersonChecks(PartnerWire.Options(), key, new FixedClock(), new CountedRandom(1)).Dispose();

        Assert.Throws<ObjectDisposedException>(() => PartnerSignature.OfAnswer(key, Service, 200, "n", []));
    }

    private static string SignatureOf(ReceivedRequest request) =>
        PartnerWire.Hmac("answer", Service, "200", request.Headers["X-Partner-Nonce"], PartnerWire.Digest(System.Text.Encoding.UTF8.GetBytes(Pending)));

    private static async Task<GatewayResult<RealPersonOutcome>> Find(LoopbackServer server, PartnerOptions? options = null)
    {
        using var checks = new PartnerRealPersonChecks(options ?? PartnerWire.Options(server), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));
        return await checks.Find("check-1", Token);
    }
}
