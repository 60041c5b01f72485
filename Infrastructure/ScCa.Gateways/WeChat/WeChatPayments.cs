using System.Net.Http.Headers;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// WeChat Pay APIv3, Native payment: every request is signed, and no answer counts that WeChat has not signed. Nothing is tried again here: whoever repeats
/// a request does so under its number.
/// </summary>
public sealed class WeChatPayments : IWeChatPayments, IDisposable
{
    private const int AnswerOctetsMax = 256 * 1024;

    private const int NonceOctets = 16;

    private readonly WeChatPayOptions options;
    private readonly WeChatPayKeys keys;
    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly HttpMessageInvoker client;
    private readonly WeChatPayVerifier verifier;
    private readonly WeChatPayNotices notices;

    /// <summary>Takes over the keys and disposes of them.</summary>
    /// <param name="handler">What carries the requests; null: the network. Taken over, too.</param>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public WeChatPayments(WeChatPayOptions options, WeChatPayKeys keys, IClock clock, IRandomSource random, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (this.options, this.keys, this.clock, this.random) = (options, keys, clock, random);
        client = handler is null ? RemoteClient.Create(options.Host, options.Timeout) : new HttpMessageInvoker(handler);
        verifier = new WeChatPayVerifier(keys, clock);
        notices = new WeChatPayNotices(options, keys, verifier, clock);
    }

    // Native payment, "Native order": POST /v3/pay/transactions/native.
    public async Task<WeChatResult<string>> Place(WeChatOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order.AmountFen);
        var body = new WeChatPayJson.NativeOrder(
            options.AppId, options.MerchantId, order.Description, Number(order.Number), OffsetDateTimePattern.Rfc3339.Format(order.ExpiresAt.WithOffset(Offset.FromHours(8))),
            options.NoticeUrl.AbsoluteUri, new WeChatPayJson.Amount(order.AmountFen, Refund: null, "CNY"));
        return await Ask(
            HttpMethod.Post, "/v3/pay/transactions/native", WeChatPayJson.Write(body),
            answer => WeChatPayJson.Read<WeChatPayJson.NativeCode>(answer)?.CodeUrl is { Length: > 0 and <= 512 } url ? url : null,
            cancellation).ConfigureAwait(false);
    }

    // "Query an order by merchant order number": GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid=….
    public Task<WeChatResult<WeChatPayment>> Find(string orderNumber, CancellationToken cancellation) => Ask(
        HttpMethod.Get, $"/v3/pay/transactions/out-trade-no/{Number(orderNumber)}?mchid={options.MerchantId}", [],
        answer => WeChatPayMeaning.Payment(WeChatPayJson.Read<WeChatPayJson.Transaction>(answer), options) is { } payment && payment.OrderNumber == orderNumber ? payment : null,
        cancellation);

    // "Close an order": POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close, answered with 204 and no body.
    public Task<WeChatResult<string>> Close(string orderNumber, CancellationToken cancellation) => Ask(
        HttpMethod.Post, $"/v3/pay/transactions/out-trade-no/{Number(orderNumber)}/close", WeChatPayJson.Write(new WeChatPayJson.CloseOrder(options.MerchantId)),
        answer => answer.Length == 0 ? orderNumber : null,
        cancellation);

    // "Apply for a refund": POST /v3/refund/domestic/refunds.
    public Task<WeChatResult<WeChatRefund>> Refund(WeChatRefundRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.RefundFen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.RefundFen, request.TotalFen);
        var body = new WeChatPayJson.RefundOrder(
            Number(request.OrderNumber), RefundNumber(request.RefundNumber), options.NoticeUrl.AbsoluteUri, new WeChatPayJson.Amount(request.TotalFen, request.RefundFen, "CNY"));
        return Ask(
            HttpMethod.Post, "/v3/refund/domestic/refunds", WeChatPayJson.Write(body),
            answer => WeChatPayMeaning.Refund(WeChatPayJson.Read<WeChatPayJson.Refund>(answer)) is { } refund
                && (refund.RefundNumber, refund.OrderNumber, refund.RefundFen) == (request.RefundNumber, request.OrderNumber, request.RefundFen) ? refund : null,
            cancellation);
    }

    public WeChatNoticeOutcome ReadNotice(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return notices.Read(headers, body);
    }

    public void Dispose()
    {
        client.Dispose();
        keys.Dispose();
    }

    private async Task<WeChatResult<T>> Ask<T>(HttpMethod method, string path, byte[] body, Func<byte[], T?> read, CancellationToken cancellation) where T : class
    {
        using var request = Signed(method, path, body);
        var answer = await client.Exchange(request, options.Timeout, AnswerOctetsMax, cancellation).ConfigureAwait(false);
        var headers = new WeChatNoticeHeaders(
            answer.Single("Wechatpay-Serial"), answer.Single("Wechatpay-Signature"), answer.Single("Wechatpay-Timestamp"), answer.Single("Wechatpay-Nonce"));
        if (verifier.Fault(headers, answer.Body) is { } fault)
            throw Unknown($"The answer {answer.Status} is not signed by WeChat ({fault}).");
        return answer.Status switch
        {
            >= 200 and < 300 => read(answer.Body) is { } value ? new WeChatResult<T>(value, ErrorCode: null) : throw Unknown("WeChat's answer cannot be read."),
            >= 400 and < 500 => new WeChatResult<T>(Value: null, Code(answer.Body)),
            _ => throw Unknown($"WeChat answered {answer.Status}."),
        };
    }

    private HttpRequestMessage Signed(HttpMethod method, string path, byte[] body)
    {
        var (timestamp, nonce) = (clock.GetCurrentInstant().ToUnixTimeSeconds(), NewNonce());
        var request = new HttpRequestMessage(method, new Uri(options.Host, path));
        var signature = keys.Sign(WeChatPaySignature.OfRequest(method.Method, path, timestamp, nonce, body));
        request.Headers.Authorization = new AuthenticationHeaderValue(WeChatPaySignature.Scheme, WeChatPaySignature.Authorization(options, timestamp, nonce, signature));
        // Interface rules, "Basic rules": both headers are asked for.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ScCa", "1"));
        if (body.Length > 0)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    // The code is one of a documented list; the message beside it is free text and goes no further.
    private static string Code(byte[] body) =>
        WeChatPayJson.Read<WeChatPayJson.Failure>(body)?.Code is { Length: > 0 and <= 32 } code && code.All(c => char.IsAsciiLetterUpper(c) || c == '_') ? code : "UNKNOWN";

    // "Native order", out_trade_no: 6 to 32 letters, digits, _ - | *. The last two would have to be escaped in a path, and are not used here.
    private static string Number(string number) => number is { Length: >= 6 and <= 32 } && number.All(IsOfNumbers)
        ? number
        : throw new ArgumentException("An order number has 6 to 32 letters, digits, - or _.", nameof(number));

    // "Apply for a refund", out_refund_no: 1 to 64 letters, digits, _ - | * @.
    private static string RefundNumber(string number) => number is { Length: >= 1 and <= 64 } && number.All(IsOfNumbers)
        ? number
        : throw new ArgumentException("A refund number has 1 to 64 letters, digits, - or _.", nameof(number));

    private static bool IsOfNumbers(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static HttpRequestException Unknown(string what) => new(HttpRequestError.InvalidResponse, what);

    private string NewNonce()
    {
        Span<byte> octets = stackalloc byte[NonceOctets];
        random.Fill(octets);
        return Convert.ToHexString(octets);
    }
}
