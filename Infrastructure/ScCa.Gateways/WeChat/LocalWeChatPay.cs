using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// Stands in for WeChat Pay: takes the same signed requests, answers with signed answers and makes signed, sealed notices. Whoever shows the system pays
/// here. Orders live in memory only. <b>Concurrency</b>: safe from any thread.
/// </summary>
public sealed class LocalWeChatPay : HttpMessageHandler, IStandIn
{
    private const string OrderPath = "/v3/pay/transactions/out-trade-no/";

    private readonly WeChatPayOptions options;
    private readonly RSA merchant;
    private readonly RSA platform;
    private readonly string serial;
    private readonly byte[] apiKey;
    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LocalOrder> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeChatPayJson.Refund> refunds = new(StringComparer.Ordinal);
    private readonly HashSet<string> nonces = new(StringComparer.Ordinal);
    private int notices;

    /// <param name="merchant">The merchant's key, of which the public half is used. Not taken over, like the next one.</param>
    /// <param name="platform">The private key of this platform, and the serial it goes by.</param>
    public LocalWeChatPay(WeChatPayOptions options, RSA merchant, RSA platform, string serial, string apiKey, IClock clock, IRandomSource random)
    {
        (this.options, this.merchant, this.platform, this.serial, this.clock, this.random) = (options, merchant, platform, serial, clock, random);
        this.apiKey = Encoding.ASCII.GetBytes(apiKey);
    }

    public (string ZhCn, string En) StandsInFor => ("微信支付", "WeChat Pay");

    /// <summary>The orders that can still be paid, by their numbers, with what each is about.</summary>
    public IReadOnlyList<(string Number, long Fen)> Open()
    {
        lock (gate)
            return [.. orders.Where(o => o.Value.State == "NOTPAY").Select(o => (o.Key, o.Value.Total))];
    }

    /// <summary>Somebody scans the code and pays; the notice of it.</summary>
    public (WeChatNoticeHeaders Headers, byte[] Body) Pay(string orderNumber)
    {
        lock (gate)
        {
            var order = orders[orderNumber];
            if (order.State != "NOTPAY")
                throw new InvalidOperationException("Only an open order can be paid.");
            orders[orderNumber] = order with { State = "SUCCESS", Transaction = $"42{NewName(26)}", PaidAt = Now() };
            return Notice("TRANSACTION.SUCCESS", "transaction", WeChatPayJson.Write(Transaction(orderNumber)));
        }
    }

    /// <summary>The money arrives where it came from; the notice of it.</summary>
    public (WeChatNoticeHeaders Headers, byte[] Body) FinishRefund(string refundNumber)
    {
        lock (gate)
        {
            refunds[refundNumber] = refunds[refundNumber] with { Status = "SUCCESS", SuccessTime = Now() };
            var told = refunds[refundNumber] with { Mchid = options.MerchantId, RefundStatus = "SUCCESS", Status = null };
            return Notice("REFUND.SUCCESS", "refund", WeChatPayJson.Write(told));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            var (status, answer) = IsAuthorised(request, body) ? Serve(request.Method, request.RequestUri!, body) : Refuse(401, "SIGN_ERROR");
            var headers = Sign(answer);
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(answer) };
            response.Headers.Add("Wechatpay-Serial", headers.Serial);
            response.Headers.Add("Wechatpay-Signature", headers.Signature);
            response.Headers.Add("Wechatpay-Timestamp", headers.Timestamp);
            response.Headers.Add("Wechatpay-Nonce", headers.Nonce);
            return response;
        }
    }

    private bool IsAuthorised(HttpRequestMessage request, byte[] body)
    {
        if (request.Headers.Authorization is not { Scheme: WeChatPaySignature.Scheme, Parameter: { } parameter })
            return false;
        var given = parameter.Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal);
        var timestamp = long.Parse(given["timestamp"], CultureInfo.InvariantCulture);
        var message = WeChatPaySignature.OfRequest(request.Method.Method, request.RequestUri!.PathAndQuery, timestamp, given["nonce_str"], body);
        return given["mchid"] == options.MerchantId && given["serial_no"] == options.MerchantSerial
            && Math.Abs(clock.GetCurrentInstant().ToUnixTimeSeconds() - timestamp) <= 300
            && merchant.VerifyData(message, Convert.FromBase64String(given["signature"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && nonces.Add(given["nonce_str"]);
    }

    private (int Status, byte[] Body) Serve(HttpMethod method, Uri url, byte[] body)
    {
        var path = url.AbsolutePath;
        if (path == "/v3/pay/transactions/native" && WeChatPayJson.Read<WeChatPayJson.NativeOrder>(body) is { } order)
            return Place(order);
        if (path == "/v3/refund/domestic/refunds" && WeChatPayJson.Read<WeChatPayJson.RefundOrder>(body) is { } refund)
            return Refund(refund);
        if (path.StartsWith(OrderPath, StringComparison.Ordinal) && path.EndsWith("/close", StringComparison.Ordinal))
            return Close(path[OrderPath.Length..^"/close".Length]);
        if (path.StartsWith(OrderPath, StringComparison.Ordinal) && method == HttpMethod.Get)
            return orders.ContainsKey(path[OrderPath.Length..]) ? (200, WeChatPayJson.Write(Transaction(path[OrderPath.Length..]))) : Refuse(404, "ORDER_NOT_EXIST");
        return Refuse(400, "INVALID_REQUEST");
    }

    private (int Status, byte[] Body) Place(WeChatPayJson.NativeOrder order)
    {
        var number = order.OutTradeNo!;
        if (orders.TryGetValue(number, out var earlier))
        {
            return earlier.State != "NOTPAY" ? Refuse(400, earlier.State == "CLOSED" ? "ORDER_CLOSED" : "ORDERPAID")
                : earlier.Total != order.Amount!.Total ? Refuse(403, "OUT_TRADE_NO_USED")
                : (200, WeChatPayJson.Write(new WeChatPayJson.NativeCode(earlier.CodeUrl)));
        }

        orders[number] = new LocalOrder(order.Amount!.Total!.Value, $"weixin://wxpay/bizpayurl?pr={NewName(9)}", "NOTPAY", Transaction: null, PaidAt: null);
        return (200, WeChatPayJson.Write(new WeChatPayJson.NativeCode(orders[number].CodeUrl)));
    }

    private (int Status, byte[] Body) Close(string number)
    {
        if (!orders.TryGetValue(number, out var order))
            return Refuse(404, "ORDER_NOT_EXIST");
        if (order.State is not ("NOTPAY" or "CLOSED"))
            return Refuse(400, "ORDERPAID");
        orders[number] = order with { State = "CLOSED" };
        return (204, []);
    }

    private (int Status, byte[] Body) Refund(WeChatPayJson.RefundOrder refund)
    {
        if (refunds.TryGetValue(refund.OutRefundNo!, out var earlier))
            return (200, WeChatPayJson.Write(earlier));
        if (!orders.TryGetValue(refund.OutTradeNo!, out var order) || order.State is not ("SUCCESS" or "REFUND"))
            return Refuse(404, "RESOURCE_NOT_EXISTS");
        var refunded = refunds.Values.Where(r => r.OutTradeNo == refund.OutTradeNo).Sum(r => r.Amount!.Refund!.Value);
        if (refund.Amount!.Total != order.Total || refunded + refund.Amount.Refund > order.Total)
            return Refuse(400, "INVALID_REQUEST");
        orders[refund.OutTradeNo!] = order with { State = "REFUND" };
        refunds[refund.OutRefundNo!] = new WeChatPayJson.Refund(
            Mchid: null, refund.OutTradeNo, refund.OutRefundNo, $"50{NewName(26)}", "PROCESSING", RefundStatus: null, SuccessTime: null, refund.Amount);
        return (200, WeChatPayJson.Write(refunds[refund.OutRefundNo!]));
    }

    private WeChatPayJson.Transaction Transaction(string number)
    {
        var order = orders[number];
        return new WeChatPayJson.Transaction(
            options.AppId, options.MerchantId, number, order.Transaction, order.State, order.PaidAt, new WeChatPayJson.Amount(order.Total, Refund: null, "CNY"));
    }

    private (WeChatNoticeHeaders Headers, byte[] Body) Notice(string type, string original, byte[] resource)
    {
        var nonce = NewName(WeChatPayCipher.NonceOctets);
        var body = WeChatPayJson.Write(new WeChatPayJson.Notice(
            $"EV-{++notices}", Now(), type, "encrypt-resource", Summary: null,
            new WeChatPayJson.Resource(original, WeChatPayCipher.Algorithm, WeChatPayCipher.Seal(apiKey, nonce, original, resource), original, nonce)));
        return (Sign(body), body);
    }

    private WeChatNoticeHeaders Sign(byte[] body)
    {
        var (timestamp, nonce) = (clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), NewName(32));
        var signature = platform.SignData(WeChatPaySignature.OfAnswer(timestamp, nonce, body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new WeChatNoticeHeaders(serial, Convert.ToBase64String(signature), timestamp, nonce);
    }

    private static (int Status, byte[] Body) Refuse(int status, string code) => (status, WeChatPayJson.Write(new WeChatPayJson.Failure(code, "本地替身")));

    private string Now() => OffsetDateTimePattern.Rfc3339.Format(clock.GetCurrentInstant().WithOffset(Offset.FromHours(8)));

    private string NewName(int length)
    {
        Span<byte> octets = stackalloc byte[16];
        random.Fill(octets);
        // Of a digest any part is as good as the whole.
        return Convert.ToHexString(SHA256.HashData(octets))[..length];
    }

    private sealed record LocalOrder(long Total, string CodeUrl, string State, string? Transaction, string? PaidAt);
}
