using System.Text;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Tests;

/// <summary>Plays WeChat Pay: keeps orders and refunds under our numbers, and makes notices that it recognises again.</summary>
internal sealed class Till(IClock clock) : IWeChatPayments
{
    private const string Signature = "signed-by-the-till";

    private readonly Dictionary<string, WeChatPayment> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeChatRefund> refunds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> amounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> ends = new(StringComparer.Ordinal);

    /// <summary>What a refund is answered with when it is first asked for.</summary>
    public WeChatRefundStatus FirstAnswer { get; set; } = WeChatRefundStatus.Succeeded;

    public bool PaidBeforeItCloses { get; set; }

    /// <summary>Nothing is answered at all.</summary>
    public bool IsSilent { get; set; }

    public WeChatPaymentStatus? StatusOf(string order) => orders.GetValueOrDefault(order)?.Status;

    /// <summary>Every refund that was ever asked for, each number once.</summary>
    public IReadOnlyCollection<WeChatRefund> Refunds => refunds.Values;

    /// <summary>Somebody scans the code and pays; the notice of it.</summary>
    public (WeChatNoticeHeaders Headers, byte[] Body) Pay(string order)
    {
        orders[order] = new WeChatPayment(order, WeChatPaymentStatus.Paid, $"tx-{order}", amounts[order], clock.GetCurrentInstant());
        return NoticeOf(order);
    }

    public static (WeChatNoticeHeaders Headers, byte[] Body) NoticeOf(string order) =>
        (new WeChatNoticeHeaders("serial", Signature, "0", "nonce"), Encoding.UTF8.GetBytes(order));

    public void Finish(string refund, WeChatRefundStatus status) => refunds[refund] = refunds[refund] with { Status = status };

    public Task<WeChatResult<string>> Place(WeChatOrder order, CancellationToken cancellation)
    {
        if (orders.TryGetValue(order.Number, out var known) && known.Status != WeChatPaymentStatus.NotPaid)
            return Task.FromResult(new WeChatResult<string>(null, known.Status == WeChatPaymentStatus.Paid ? "ORDERPAID" : "ORDER_CLOSED"));
        if (known is not null && (amounts[order.Number], ends[order.Number]) != (order.AmountFen, order.ExpiresAt))
            return Task.FromResult(new WeChatResult<string>(null, "OUT_TRADE_NO_USED"));
        ends[order.Number] = order.ExpiresAt;
        amounts[order.Number] = order.AmountFen;
        orders[order.Number] = new WeChatPayment(order.Number, WeChatPaymentStatus.NotPaid, null, null, null);
        return Task.FromResult(new WeChatResult<string>($"weixin://{order.Number}", null));
    }

    public Task<WeChatResult<WeChatPayment>> Find(string orderNumber, CancellationToken cancellation) => IsSilent
        ? throw new HttpRequestException("Nobody answers.")
        : Task.FromResult(orders.TryGetValue(orderNumber, out var known)
            ? new WeChatResult<WeChatPayment>(known, null)
            : new WeChatResult<WeChatPayment>(null, "ORDER_NOT_EXIST"));

    public Task<WeChatResult<string>> Close(string orderNumber, CancellationToken cancellation)
    {
        // Somebody scanned the code in this very moment.
        if (PaidBeforeItCloses)
            Pay(orderNumber);
        if (orders[orderNumber].Status == WeChatPaymentStatus.Paid)
            return Task.FromResult(new WeChatResult<string>(null, "ORDERPAID"));
        orders[orderNumber] = orders[orderNumber] with { Status = WeChatPaymentStatus.Closed };
        return Task.FromResult(new WeChatResult<string>(orderNumber, null));
    }

    public Task<WeChatResult<WeChatRefund>> Refund(WeChatRefundRequest request, CancellationToken cancellation)
    {
        if (!orders.TryGetValue(request.OrderNumber, out var order) || order.AmountFen != request.TotalFen)
            return Task.FromResult(new WeChatResult<WeChatRefund>(null, "RESOURCE_NOT_EXISTS"));
        if (!refunds.TryGetValue(request.RefundNumber, out var refund))
        {
            refund = new WeChatRefund(request.RefundNumber, request.OrderNumber, FirstAnswer, request.RefundFen, clock.GetCurrentInstant());
            refunds.Add(request.RefundNumber, refund);
        }

        return Task.FromResult(new WeChatResult<WeChatRefund>(refund, null));
    }

    public WeChatNoticeOutcome ReadNotice(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body)
    {
        if (headers.Signature != Signature)
            return new WeChatNoticeOutcome(null, WeChatNoticeFault.SignatureWrong);
        var order = Encoding.UTF8.GetString(body);
        return orders.TryGetValue(order, out var payment)
            ? new WeChatNoticeOutcome(new WeChatNotice($"n-{order}", payment, null), null)
            : new WeChatNoticeOutcome(null, WeChatNoticeFault.NotForUs);
    }
}
