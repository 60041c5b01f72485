using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Accounts;
using ScCa.Gateways.Sms;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class HttpPlatformAccountsTests
{
    private const string Password = "秘密 \"pass\"+word\\4711";
    private const string SharedKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly PlatformAccount Account = new("trade", "maker", "sc\"0006");

    [Fact]
    public async Task A_question_goes_out_as_signed_JSON_and_a_signed_reference_confirms()
    {
        await using var server = new LoopbackServer(request => Signed(request, 200, """{"reference":"check-1"}"""));

        Assert.Equal(new PlatformAccountCheck(PlatformAccountAnswer.Confirmed, "check-1"), await Check(server));

        var request = Assert.Single(server.Received);
        Assert.Equal("POST /accounts/check HTTP/1.1", request.Line);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("scca", request.Headers["X-Key-Id"]);
        // Put together here once more from the description, without the code under test.
        var signed = $"POST\n/accounts/check\n{request.Headers["X-Timestamp"]}\n{request.Headers["X-Nonce"]}\n{Convert.ToHexStringLower(SHA256.HashData(request.Body))}";
        Assert.Equal(Hmac(signed), request.Headers["X-Signature"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(["trade", "maker", "sc\"0006"], new[] { "platform", "kind", "account" }.Select(name => body.RootElement.GetProperty(name).GetString()));
        Assert.Equal(Password, Encoding.UTF8.GetString(body.RootElement.GetProperty("password").GetBytesFromBase64()));
        Assert.Equal(4, body.RootElement.EnumerateObject().Count());
    }

    [Theory]
    [InlineData(200, """{"code":"not-confirmed"}""", PlatformAccountAnswer.NotConfirmed)]
    [InlineData(200, """{"code":"sub-account"}""", PlatformAccountAnswer.SubAccount)]
    [InlineData(200, """{"code":"locked"}""", PlatformAccountAnswer.Locked)]
    [InlineData(200, """{"code":"unavailable"}""", PlatformAccountAnswer.Unavailable)]
    [InlineData(200, """{"code":"unheard of"}""", PlatformAccountAnswer.NotConfirmed)]
    [InlineData(401, "", PlatformAccountAnswer.Unavailable)]
    [InlineData(404, """{"reference":"check-1"}""", PlatformAccountAnswer.Unavailable)]
    [InlineData(429, """{"code":"sub-account"}""", PlatformAccountAnswer.Unavailable)]
    public async Task What_is_said_in_a_signed_answer_is_a_result_and_is_asked_for_once(int status, string body, PlatformAccountAnswer expected)
    {
        await using var server = new LoopbackServer(request => Signed(request, status, body));

        Assert.Equal(new PlatformAccountCheck(expected, null), await Check(server));

        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"reference":""}""")]
    [InlineData(200, """{"reference":7}""")]
    [InlineData(200, """{"reference":"two words"}""")]
    [InlineData(200, """{"reference":"a","reference":"b"}""")]
    [InlineData(200, """{"reference":"a","code":"not-confirmed"}""")]
    [InlineData(200, """{"reference":"12345678901234567890123456789012345678901234567890123456789012345"}""")]
    [InlineData(500, """{"reference":"check-1"}""")]
    [InlineData(307, """{"reference":"check-1"}""")]
    public async Task What_cannot_be_read_confirms_nothing_and_is_not_asked_for_again(int status, string body)
    {
        await using var server = new LoopbackServer(request => Signed(request, status, body, ("Location", "/elsewhere")));

        await FailsWithoutWords<HttpRequestException>(server);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_forged_changed_or_unsigned_answer_confirms_nothing_and_refuses_nothing()
    {
        const string Right = """{"reference":"check-1"}""";
        Func<ReceivedRequest, byte[]>[] forgeries =
        [
            _ => LoopbackServer.Answer(200, Right),
            _ => LoopbackServer.Answer(200, Right, ("X-Answer-Signature", Hmac("guess"))),
            request => LoopbackServer.Answer(200, Right, ("X-Answer-Signature", SignatureOf(request, 200, """{"code":"locked"}"""))),
            request => LoopbackServer.Answer(200, Right, ("X-Answer-Signature", SignatureOf(request, 201, Right))),
            _ => LoopbackServer.Answer(200, """{"code":"not-confirmed"}"""),
            _ => LoopbackServer.Answer(404, ""),
        ];
        foreach (var forgery in forgeries)
        {
            await using var server = new LoopbackServer(forgery);
            await FailsWithoutWords<HttpRequestException>(server);
            Assert.Single(server.Received);
        }
    }

    [Fact]
    public async Task An_earlier_answer_shown_again_confirms_nothing()
    {
        byte[]? first = null;
        await using var server = new LoopbackServer(request => first ??= Signed(request, 200, """{"reference":"check-1"}"""));
        using var accounts = Open(server.Url("/accounts/check"));

        Assert.Equal(PlatformAccountAnswer.Confirmed, (await Check(accounts)).Answer);
        await Assert.ThrowsAsync<HttpRequestException>(() => Check(accounts));
    }

    [Fact]
    public async Task Silence_nobody_and_endless_talk_end_in_an_exception_that_quotes_nothing()
    {
        await using var silent = new LoopbackServer(_ => null);
        await FailsWithoutWords<TimeoutException>(silent, options => options with { Timeout = Duration.FromMilliseconds(50) });
        // On a slow machine the time may be up before the question is out; it is never put twice.
        Assert.InRange(silent.Received.Count, 0, 1);

        await using var endless = new LoopbackServer(_ => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n" + new string(' ', 100_000)));
        await FailsWithoutWords<HttpRequestException>(endless);

        Uri url;
        await using (var gone = new LoopbackServer(_ => null))
            url = gone.Url("/");
        using var nobody = Open(url);
        await Assert.ThrowsAsync<HttpRequestException>(() => Check(nobody));
    }

    [Fact]
    public void A_question_is_wiped_when_it_is_done_with()
    {
        var question = new PlatformAccountQuestion(Account, Password);
        var octets = question.Octets;
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), Encoding.UTF8.GetString(octets.Span), StringComparison.Ordinal);

        question.Dispose();

        Assert.All(octets.ToArray(), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public void The_longest_question_fits_and_a_longer_one_is_refused_without_being_quoted()
    {
        var longest = new PlatformAccount(new string('平', 256), new string('\u0001', 256), new string('"', 256));
        using (var question = new PlatformAccountQuestion(longest, new string('密', 256)))
            using (JsonDocument.Parse(question.Octets))
            {
            }

        var secret = new string('x', 257);
        Assert.DoesNotContain(secret, Assert.Throws<ArgumentException>(() => new PlatformAccountQuestion(Account, secret)).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PlatformAccountQuestion(Account with { Account = secret }, "p"));
    }

    [Theory]
    [InlineData("http://accounts.example/check")]
    [InlineData("https://user:password@accounts.example/check")]
    [InlineData("/check")]
    public void An_address_that_others_can_listen_to_is_refused(string url) =>
        IsRefused(new HttpPlatformAccountsOptions(new Uri(url, UriKind.RelativeOrAbsolute), "scca"), "PlatformAccounts:Url");

    [Fact]
    public void Options_that_make_no_sense_are_refused_by_name()
    {
        var good = new HttpPlatformAccountsOptions(new Uri("https://accounts.example/check"), "scca");
        Open(good).Dispose();
        IsRefused(good with { KeyId = "a\r\nb" }, "PlatformAccounts:KeyId");
        IsRefused(good with { Timeout = Duration.Zero }, "PlatformAccounts:TimeoutSeconds");
        IsRefused(good with { Codes = good.Codes.Add("fine", PlatformAccountAnswer.Confirmed) }, "PlatformAccounts:Codes");
    }

    [Theory]
    [InlineData("sc0006", "demo-sc0006", PlatformAccountAnswer.Confirmed)]
    [InlineData("sc0006", "demo-sc0007", PlatformAccountAnswer.NotConfirmed)]
    [InlineData("sc0006", "", PlatformAccountAnswer.NotConfirmed)]
    [InlineData("sub-1", "demo-sub-1", PlatformAccountAnswer.SubAccount)]
    [InlineData("sub-1", "wrong", PlatformAccountAnswer.NotConfirmed)]
    [InlineData("locked-1", "demo-locked-1", PlatformAccountAnswer.Locked)]
    public async Task The_stand_in_answers_by_the_accounts_name(string account, string password, PlatformAccountAnswer expected) => Assert.Equal(
        expected,
        (await new LocalPlatformAccounts().Check(Account with { Account = account }, password.AsMemory(), TestContext.Current.CancellationToken)).Answer);

    private static void IsRefused(HttpPlatformAccountsOptions options, string setting)
    {
        var refusal = Assert.Throws<GatewayRefusedException>(() => Open(options));
        Assert.Contains(setting, refusal.En, StringComparison.Ordinal);
        Assert.Contains(setting, refusal.ZhCn, StringComparison.Ordinal);
    }

    private static async Task FailsWithoutWords<TFailure>(
        LoopbackServer server, Func<HttpPlatformAccountsOptions, HttpPlatformAccountsOptions>? change = null) where TFailure : Exception
    {
        var failure = await Assert.ThrowsAsync<TFailure>(() => Check(server, change));
        Assert.DoesNotContain("4711", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("0006", failure.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Signed(ReceivedRequest request, int status, string body, params ReadOnlySpan<(string Name, string Value)> headers) =>
        LoopbackServer.Answer(status, body, [("X-Answer-Signature", SignatureOf(request, status, body)), .. headers]);

    private static string SignatureOf(ReceivedRequest request, int status, string body) =>
        Hmac($"{status}\n{request.Headers["X-Nonce"]}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}");

    private static string Hmac(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(SharedKey), Encoding.UTF8.GetBytes(text)));

    private static HttpPlatformAccounts Open(Uri url) => Open(new HttpPlatformAccountsOptions(url, "scca"));

    private static HttpPlatformAccounts Open(HttpPlatformAccountsOptions options) =>
        new(options, SmsSigningKey.FromBase64(SharedKey), new FixedClock(), new CountedRandom(1));

    private static async Task<PlatformAccountCheck> Check(LoopbackServer server, Func<HttpPlatformAccountsOptions, HttpPlatformAccountsOptions>? change = null)
    {
        var options = new HttpPlatformAccountsOptions(server.Url("/accounts/check"), "scca");
        using var accounts = Open(change is null ? options : change(options));
        return await Check(accounts);
    }

    private static Task<PlatformAccountCheck> Check(HttpPlatformAccounts accounts) =>
        accounts.Check(Account, Password.AsMemory(), TestContext.Current.CancellationToken);
}
