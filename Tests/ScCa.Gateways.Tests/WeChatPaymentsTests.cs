using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.WeChat;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class WeChatPaymentsTests : IDisposable
{
    private const string ApiKey = "0123456789abcdef0123456789ABCDEF";
    private const string Serial = "PUB_KEY_ID_0001";

    private static readonly RSA Merchant = RSA.Create(2048);
    private static readonly RSA Platform = RSA.Create(2048);
    private static readonly RSA Stranger = RSA.Create(2048);

    private static readonly WeChatPayOptions Options = new("1900009191", "wxd678efh567hg6787", "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C", new Uri("https://scca.example/wechat/notice"));

    private static readonly WeChatOrder Order = new("renewal-4711", "印章续期", 30_000, FixedClock.Now + Duration.FromHours(2));

    private readonly MovableClock clock = new();
    private readonly LocalWeChatPay local;
    private readonly WeChatPayments payments;

    public WeChatPaymentsTests()
    {
        local = new LocalWeChatPay(Options, Merchant, Platform, Serial, ApiKey, clock, new CountedRandom(2));
        payments = Client(local);
    }

    public void Dispose() => payments.Dispose();

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_an_order_is_placed_paid_told_of_and_refunded()
    {
        var placed = await payments.Place(Order, Token);
        Assert.StartsWith("weixin://", placed.Value, StringComparison.Ordinal);
        Assert.Equal(new WeChatPayment(Order.Number, WeChatPaymentStatus.NotPaid, null, null, null), (await payments.Find(Order.Number, Token)).Value);

        var paid = Read(local.Pay(Order.Number)).Notice;

        Assert.Equal((WeChatPaymentStatus.Paid, 30_000L, FixedClock.Now), (paid!.Payment!.Status, paid.Payment.AmountFen!.Value, paid.Payment.PaidAt!.Value));
        Assert.Equal(paid.Payment, (await payments.Find(Order.Number, Token)).Value);
        var refund = await payments.Refund(new WeChatRefundRequest(Order.Number, "refund-4711", 10_000, 30_000), Token);
        Assert.Equal(new WeChatRefund("refund-4711", Order.Number, WeChatRefundStatus.Processing, 10_000, null), refund.Value);
        Assert.Equal(WeChatPaymentStatus.Refunded, (await payments.Find(Order.Number, Token)).Value!.Status);
        Assert.Equal(refund.Value! with { Status = WeChatRefundStatus.Succeeded, SucceededAt = FixedClock.Now }, Read(local.FinishRefund("refund-4711")).Notice!.Refund);
    }

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_a_request_that_is_repeated_under_its_number_does_nothing_more()
    {
        var first = await payments.Place(Order, Token);
        Assert.Equal(first, await payments.Place(Order, Token));
        Assert.Equal("OUT_TRADE_NO_USED", (await payments.Place(Order with { AmountFen = 1 }, Token)).ErrorCode);
        local.Pay(Order.Number);
        Assert.Equal("ORDERPAID", (await payments.Place(Order, Token)).ErrorCode);

        var refund = new WeChatRefundRequest(Order.Number, "refund-4711", 30_000, 30_000);
        Assert.Equal(await payments.Refund(refund, Token), await payments.Refund(refund, Token));
        Assert.Equal("INVALID_REQUEST", (await payments.Refund(refund with { RefundNumber = "refund-4712" }, Token)).ErrorCode);
    }

    [Fact]
    public async Task An_order_is_closed_once_and_not_after_it_was_paid()
    {
        await payments.Place(Order, Token);
        Assert.Equal(Order.Number, (await payments.Close(Order.Number, Token)).Value);
        Assert.Equal(Order.Number, (await payments.Close(Order.Number, Token)).Value);
        Assert.Equal(WeChatPaymentStatus.Closed, (await payments.Find(Order.Number, Token)).Value!.Status);
        Assert.Equal("ORDER_CLOSED", (await payments.Place(Order, Token)).ErrorCode);

        await payments.Place(Order with { Number = "renewal-4712" }, Token);
        local.Pay("renewal-4712");
        Assert.Equal("ORDERPAID", (await payments.Close("renewal-4712", Token)).ErrorCode);
        Assert.Equal("ORDER_NOT_EXIST", (await payments.Find("renewal-0000", Token)).ErrorCode);
    }

    [Fact]
    public async Task A_request_is_signed_as_the_documents_say()
    {
        var wire = new Wire((_, _) => Answer("{\"code_url\":\"weixin://wxpay/bizpayurl?pr=JyC91EIz1\"}"));
        using var client = Client(wire);

        await client.Place(Order, Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Find(Order.Number, Token));

        // Put together here once more from the documents, without the code under test.
        var (post, body) = wire.Sent[0];
        Assert.Equal("https://api.mch.weixin.qq.com/v3/pay/transactions/native", post.RequestUri!.AbsoluteUri);
        Assert.Equal(
            "{\"appid\":\"wxd678efh567hg6787\",\"mchid\":\"1900009191\",\"description\":\"\\u5370\\u7AE0\\u7EED\\u671F\",\"out_trade_no\":\"renewal-4711\","
            + "\"time_expire\":\"2026-01-05T12:30:15\\u002B08:00\",\"notify_url\":\"https://scca.example/wechat/notice\",\"amount\":{\"total\":30000,\"currency\":\"CNY\"}}",
            body);
        IsSigned(post, $"POST\n/v3/pay/transactions/native\n1767580215\n00000001000000010000000000000000\n{body}\n", "00000001000000010000000000000000");
        IsSigned(
            wire.Sent[1].Request, "GET\n/v3/pay/transactions/out-trade-no/renewal-4711?mchid=1900009191\n1767580215\n00000001000000020000000000000000\n\n",
            "00000001000000020000000000000000");
        Assert.Equal("application/json", post.Headers.Accept.ToString());
        Assert.NotEmpty(post.Headers.UserAgent);
    }

    [Fact]
    public void A_resource_is_opened_as_another_implementation_has_sealed_it()
    {
        const string Sealed = "t2SETWeua8MdvFn+aeRTgBl8g922fk7X3K4P";

        Assert.Equal("{\"a\":\"中\"}", Encoding.UTF8.GetString(Opened(Sealed)!));
        Assert.Null(Opened(Sealed[..^4]));
        Assert.Null(Opened("t" + Sealed[1..].Replace('2', '3')));
        Assert.Null(Opened(""));
        Assert.Null(Opened("AAAA"));
        Assert.Null(Opened("not base64"));
        Assert.Null(WeChatPayCipherOpen("fdasfjihihih", "other data", Sealed));
        Assert.Null(WeChatPayCipherOpen("short", "transaction", Sealed));

        byte[]? Opened(string text) => WeChatPayCipherOpen("fdasfjihihih", "transaction", text);
    }

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_a_notice_that_was_forged_or_changed_counts_for_nothing()
    {
        await payments.Place(Order, Token);
        var (headers, body) = local.Pay(Order.Number);
        var signature = Convert.FromBase64String(headers.Signature!);
        signature[7] ^= 1;

        Faults(WeChatNoticeFault.HeaderMissing, headers with { Signature = null }, body);
        Faults(WeChatNoticeFault.HeaderMissing, headers with { Serial = "" }, body);
        Faults(WeChatNoticeFault.HeaderMissing, headers with { Nonce = null }, body);
        Faults(WeChatNoticeFault.SerialUnknown, headers with { Serial = "PUB_KEY_ID_0002" }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers with { Signature = Convert.ToBase64String(signature) }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers with { Signature = "not base64" }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers with { Signature = new string('A', 4000) }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers with { Nonce = headers.Nonce + "0" }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers with { Timestamp = "1767580216" }, body);
        Faults(WeChatNoticeFault.SignatureWrong, headers, [.. body, (byte)' ']);
        Faults(WeChatNoticeFault.SignatureWrong, headers, body[..^1]);
        Faults(WeChatNoticeFault.SignatureWrong, Signed(body, Stranger), body);
        Faults(WeChatNoticeFault.Unreadable, headers, new byte[65 * 1024]);
        // None of them was remembered: the true one still counts.
        Assert.NotNull(Read((headers, body)).Notice);
    }

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_a_delivery_counts_once_and_a_notice_that_is_sent_anew_has_the_same_id()
    {
        await payments.Place(Order, Token);
        var delivery = local.Pay(Order.Number);
        var first = Read(delivery).Notice!;

        Assert.Equal(WeChatNoticeFault.Replayed, Read(delivery).Fault);
        Assert.Equal(first.Id, Read((Signed(delivery.Body, Platform), delivery.Body)).Notice!.Id);
    }

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_many_who_replay_at_once_get_one_notice()
    {
        await payments.Place(Order, Token);
        var delivery = local.Pay(Order.Number);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Read(delivery))));

        Assert.Single(outcomes, outcome => outcome.Notice is not null);
    }

    [Fact]
    [Trait("rule", "P4")]
    public async Task P4_notices_in_another_order_are_each_what_they_are()
    {
        await payments.Place(Order, Token);
        var paid = local.Pay(Order.Number);
        await payments.Refund(new WeChatRefundRequest(Order.Number, "refund-4711", 30_000, 30_000), Token);
        var refunded = local.FinishRefund("refund-4711");

        Assert.Equal(WeChatRefundStatus.Succeeded, Read(refunded).Notice!.Refund!.Status);
        Assert.Equal(WeChatPaymentStatus.Paid, Read(paid).Notice!.Payment!.Status);
    }

    [Theory]
    [InlineData(-301, true)]
    [InlineData(-300, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    [InlineData(864000, true)]
    public async Task Five_minutes_off_is_too_old_or_too_early(int seconds, bool isRefused)
    {
        await payments.Place(Order, Token);
        var delivery = local.Pay(Order.Number);

        clock.Now += Duration.FromSeconds(seconds);

        Assert.Equal(isRefused ? WeChatNoticeFault.ClockOff : null, Read(delivery).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1767580215")]
    [InlineData("+1767580215")]
    [InlineData(" 1767580215")]
    [InlineData("1767580215.0")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999")]
    public void A_timestamp_that_is_none_is_never_fresh(string timestamp)
    {
        var fault = Read((Signed("{}"u8.ToArray(), Platform) with { Timestamp = timestamp }, "{}"u8.ToArray())).Fault;

        Assert.Equal(timestamp.Length == 0 ? WeChatNoticeFault.HeaderMissing : WeChatNoticeFault.ClockOff, fault);
    }

    [Theory]
    [InlineData("", "{}", WeChatNoticeFault.Unreadable)]
    [InlineData("TRANSACTION.SUCCESS", "{}", WeChatNoticeFault.NotForUs)]
    [InlineData("TRANSACTION.SUCCESS", "[]", WeChatNoticeFault.Unreadable)]
    [InlineData("TRANSACTION.SUCCESS", """{"mchid":"1900009192","appid":"wxd678efh567hg6787","out_trade_no":"renewal-4711"}""", WeChatNoticeFault.NotForUs)]
    [InlineData("TRANSACTION.SUCCESS", """{"mchid":"1900009191","appid":"wxd678efh567hg6787","out_trade_no":"renewal-4711","trade_state":"SUCCESS"}""", WeChatNoticeFault.Unreadable)]
    [InlineData("TRANSACTION.SUCCESS", """{"mchid":"1900009191","appid":"wxd678efh567hg6787","out_trade_no":"renewal-4711","trade_state":"SUCCESS","transaction_id":"42","success_time":"2026-01-05T10:30:15+08:00","amount":{"total":1,"currency":"USD"}}""", WeChatNoticeFault.Unreadable)]
    [InlineData("TRANSACTION.SUCCESS", """{"mchid":"1900009191","appid":"wxd678efh567hg6787","out_trade_no":"renewal-4711","trade_state":"SUCCESS","transaction_id":"42","success_time":"yesterday","amount":{"total":1}}""", WeChatNoticeFault.Unreadable)]
    [InlineData("TRANSACTION.SUCCESS", """{"mchid":"1900009191","mchid":"1900009192","appid":"wxd678efh567hg6787"}""", WeChatNoticeFault.Unreadable)]
    [InlineData("REFUND.SUCCESS", """{"mchid":"1900009191","out_trade_no":"renewal-4711","out_refund_no":"refund-4711","refund_status":"CLOSED","amount":{"refund":1}}""", WeChatNoticeFault.Unreadable)]
    [InlineData("REFUND.SUCCESS", """{"mchid":"1900009192","out_trade_no":"renewal-4711","out_refund_no":"refund-4711","refund_status":"SUCCESS","amount":{"refund":1}}""", WeChatNoticeFault.NotForUs)]
    [InlineData("COUPON.USE", "{}", WeChatNoticeFault.Unreadable)]
    public void A_sealed_resource_that_makes_no_sense_counts_for_nothing(string type, string resource, WeChatNoticeFault expected)
    {
        var body = Sealed(type, Encoding.UTF8.GetBytes(resource), ApiKey);

        Assert.Equal(expected, Read((Signed(body, Platform), body)).Fault);
    }

    [Fact]
    public void A_resource_under_another_key_or_cut_short_counts_for_nothing()
    {
        foreach (var body in new[] { Sealed("TRANSACTION.SUCCESS", "{}"u8.ToArray(), "another-key-another-key-another-"), Sealed("TRANSACTION.SUCCESS", "{}"u8.ToArray(), ApiKey, cut: 4) })
            Assert.Equal(WeChatNoticeFault.CiphertextWrong, Read((Signed(body, Platform), body)).Fault);
        foreach (var text in new[] { "", "null", "{", "{\"id\":\"1\"}", "{\"id\":\"1\",\"event_type\":\"x\",\"resource\":{\"algorithm\":\"NONE\",\"ciphertext\":\"\",\"nonce\":\"\"}}" })
            Assert.Equal(WeChatNoticeFault.Unreadable, Read((Signed(Encoding.UTF8.GetBytes(text), Platform), Encoding.UTF8.GetBytes(text))).Fault);
    }

    [Theory]
    [InlineData("""{"code_url":""}""")]
    [InlineData("""{"code_url":7}""")]
    [InlineData("")]
    [InlineData("<html>13800138000</html>")]
    public async Task An_answer_that_cannot_be_read_leaves_the_outcome_unknown_and_is_not_quoted(string body)
    {
        using var client = Client(new Wire((_, _) => Answer(body)));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.Place(Order, Token));

        Assert.DoesNotContain("138", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_counts_that_WeChat_has_not_signed()
    {
        const string Taken = "{\"code_url\":\"weixin://x\"}";
        Func<HttpResponseMessage>[] answers =
        [
            () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Taken) },
            () => Answer(Taken, signer: Stranger),
            () => Answer(Taken, sent: Taken + " "),
            () => Answer("{\"code\":\"ORDERPAID\"}", HttpStatusCode.BadRequest, Stranger),
            () => Answer(Taken, HttpStatusCode.InternalServerError),
            () => Answer(Taken, HttpStatusCode.Found),
        ];
        foreach (var answer in answers)
        {
            using var client = Client(new Wire((_, _) => answer()));
            await Assert.ThrowsAsync<HttpRequestException>(() => client.Place(Order, Token));
        }
    }

    [Theory]
    [InlineData("""{"code":"PARAM_ERROR","message":"phone 13800138000"}""", "PARAM_ERROR")]
    [InlineData("""{"code":"13800138000"}""", "UNKNOWN")]
    [InlineData("nothing", "UNKNOWN")]
    public async Task A_refusal_is_a_code_and_never_free_text(string body, string expected)
    {
        using var client = Client(new Wire((_, _) => Answer(body, HttpStatusCode.BadRequest)));

        Assert.Equal(new WeChatResult<string>(null, expected), await client.Place(Order, Token));
    }

    [Fact]
    public async Task An_answer_about_another_order_or_refund_is_none()
    {
        using var client = Client(new Wire((request, _) => Answer(request.Method == HttpMethod.Get
            ? """{"mchid":"1900009191","appid":"wxd678efh567hg6787","out_trade_no":"renewal-9999","trade_state":"NOTPAY"}"""
            : """{"out_trade_no":"renewal-4711","out_refund_no":"refund-4711","status":"PROCESSING","amount":{"refund":2}}""")));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Find(Order.Number, Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Refund(new WeChatRefundRequest(Order.Number, "refund-4711", 1, 2), Token));
    }

    [Fact]
    public async Task The_stand_in_takes_only_what_the_merchant_has_signed_now_and_once()
    {
        Assert.Equal(("微信支付", "WeChat Pay"), local.StandsInFor);
        using var stranger = Client(local, merchant: Stranger);
        Assert.Equal("SIGN_ERROR", (await stranger.Place(Order, Token)).ErrorCode);
        await payments.Place(Order, Token);
        using var again = Client(local);
        Assert.Equal("SIGN_ERROR", (await again.Place(Order, Token)).ErrorCode);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with/slash")]
    [InlineData("with?query=1")]
    [InlineData("with space")]
    [InlineData("number-that-is-longer-than-thirty-two")]
    public async Task A_number_that_WeChat_would_not_take_is_never_sent(string number)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => payments.Place(Order with { Number = number }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await payments.Find(number, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await payments.Close(number, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await payments.Refund(new WeChatRefundRequest(Order.Number, "refund-1", 2, 1), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => payments.Place(Order with { AmountFen = 0 }, Token));
    }

    [Fact]
    public void Options_and_keys_that_make_no_sense_are_refused()
    {
        foreach (var options in new[]
                 {
                     Options with { MerchantId = "a\",b=\"c" }, Options with { AppId = "" }, Options with { NoticeUrl = new Uri("http://scca.example/") },
                     Options with { NoticeUrl = new Uri("https://scca.example/?a=1") }, Options with { Host = new Uri("http://api.mch.weixin.qq.com") }, Options with { Timeout = Duration.Zero },
                 })
            Assert.Throws<GatewayRefusedException>(() => new WeChatPayments(options, Keys(Merchant), clock, new CountedRandom(1)));
        using var weak = RSA.Create(1024);
        Assert.Throws<GatewayRefusedException>(() => new WeChatPayKeys(weak, new Dictionary<string, RSA> { [Serial] = Platform }, ApiKey));
        Assert.Throws<GatewayRefusedException>(() => new WeChatPayKeys(Merchant, new Dictionary<string, RSA>(), ApiKey));
        Assert.Throws<GatewayRefusedException>(() => new WeChatPayKeys(Merchant, new Dictionary<string, RSA> { [Serial] = Platform }, ApiKey.AsSpan(1)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WeChatNoticeOutcome Read((WeChatNoticeHeaders Headers, byte[] Body) delivery) => payments.ReadNotice(delivery.Headers, delivery.Body);

    private void Faults(WeChatNoticeFault expected, WeChatNoticeHeaders headers, byte[] body) =>
        Assert.Equal(new WeChatNoticeOutcome(null, expected), Read((headers, body)));

    private WeChatPayments Client(HttpMessageHandler handler, RSA? merchant = null) => new(Options, Keys(merchant ?? Merchant), clock, new CountedRandom(1), handler);

    // The keys are disposed of with their client: each has copies.
    private static WeChatPayKeys Keys(RSA merchant)
    {
        var (own, platform) = (RSA.Create(), RSA.Create());
        own.ImportParameters(merchant.ExportParameters(includePrivateParameters: true));
        platform.ImportParameters(Platform.ExportParameters(includePrivateParameters: false));
        return new WeChatPayKeys(own, new Dictionary<string, RSA> { [Serial] = platform }, ApiKey);
    }

    private static void IsSigned(HttpRequestMessage request, string message, string nonce)
    {
        Assert.Equal("WECHATPAY2-SHA256-RSA2048", request.Headers.Authorization!.Scheme);
        var parameter = request.Headers.Authorization.Parameter!;
        Assert.StartsWith(
            $"mchid=\"1900009191\",nonce_str=\"{nonce}\",timestamp=\"1767580215\",serial_no=\"1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C\",signature=\"", parameter, StringComparison.Ordinal);
        var signature = Convert.FromBase64String(parameter[(parameter.IndexOf("signature=\"", StringComparison.Ordinal) + 11)..^1]);
        Assert.True(Merchant.VerifyData(Encoding.UTF8.GetBytes(message), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static byte[]? WeChatPayCipherOpen(string nonce, string associatedData, string ciphertext) =>
        WeChatPayCipher.Open(Encoding.ASCII.GetBytes(ApiKey), nonce, associatedData, ciphertext);

    private static int delivered;

    // By hand, so that the two ends do not merely agree with each other.
    private static WeChatNoticeHeaders Signed(byte[] body, RSA signer)
    {
        var nonce = $"nonce-{Interlocked.Increment(ref delivered)}";
        var signature = signer.SignData([.. Encoding.UTF8.GetBytes($"1767580215\n{nonce}\n"), .. body, (byte)'\n'], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new WeChatNoticeHeaders(Serial, Convert.ToBase64String(signature), "1767580215", nonce);
    }

    private static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK, RSA? signer = null, string? sent = null)
    {
        var headers = Signed(Encoding.UTF8.GetBytes(body), signer ?? Platform);
        var response = new HttpResponseMessage(status) { Content = new StringContent(sent ?? body) };
        response.Headers.Add("Wechatpay-Serial", headers.Serial);
        response.Headers.Add("Wechatpay-Signature", headers.Signature);
        response.Headers.Add("Wechatpay-Timestamp", headers.Timestamp);
        response.Headers.Add("Wechatpay-Nonce", headers.Nonce);
        return response;
    }

    private static byte[] Sealed(string type, byte[] resource, string key, int cut = 0)
    {
        using var gcm = new AesGcm(Encoding.ASCII.GetBytes(key), 16);
        var (cipher, tag) = (new byte[resource.Length], new byte[16]);
        gcm.Encrypt("nonce-nonce-"u8, resource, cipher, tag, "refund"u8);
        var text = Convert.ToBase64String([.. cipher, .. tag]);
        return Encoding.UTF8.GetBytes(
            $$$"""{"id":"EV-1","event_type":"{{{type}}}","resource":{"algorithm":"AEAD_AES_256_GCM","ciphertext":"{{{text[..^cut]}}}","nonce":"nonce-nonce-","associated_data":"refund"}}""");
    }

    private sealed class Wire(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<(HttpRequestMessage Request, string Body)> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Sent.Add((request, body));
            return answer(request, body);
        }
    }
}
