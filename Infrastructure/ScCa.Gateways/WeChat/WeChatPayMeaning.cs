using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;

namespace ScCa.Gateways.WeChat;

/// <summary>What WeChat's bodies mean to us; null where they do not make sense, or speak of somebody else.</summary>
internal static class WeChatPayMeaning
{
    public static WeChatPayment? Payment(WeChatPayJson.Transaction? body, WeChatPayOptions options)
    {
        if (body is not { OutTradeNo: { Length: > 0 } number } || body.Mchid != options.MerchantId || body.Appid != options.AppId || Status(body.TradeState) is not { } status)
            return null;
        if (status is not (WeChatPaymentStatus.Paid or WeChatPaymentStatus.Refunded))
            return new WeChatPayment(number, status, Transaction: null, AmountFen: null, PaidAt: null);
        return body is { TransactionId: { Length: > 0 } transaction, Amount: { Total: > 0 and var total, Currency: null or "CNY" } } && Time(body.SuccessTime) is { } paidAt
            ? new WeChatPayment(number, status, transaction, total, paidAt)
            : null;
    }

    public static WeChatRefund? Refund(WeChatPayJson.Refund? body)
    {
        if (body is not { OutTradeNo: { Length: > 0 } order, OutRefundNo: { Length: > 0 } number, Amount: { Refund: > 0 and var refund, Currency: null or "CNY" } }
            || RefundStatus(body.RefundStatus ?? body.Status) is not { } status)
            return null;
        var at = Time(body.SuccessTime);
        return status == WeChatRefundStatus.Succeeded && at is null ? null : new WeChatRefund(number, order, status, refund, at);
    }

    // "Query an order", trade_state. A code that was scanned and not yet paid is not paid.
    private static WeChatPaymentStatus? Status(string? state) => state switch
    {
        "SUCCESS" => WeChatPaymentStatus.Paid,
        "REFUND" => WeChatPaymentStatus.Refunded,
        "NOTPAY" or "USERPAYING" => WeChatPaymentStatus.NotPaid,
        "CLOSED" or "REVOKED" => WeChatPaymentStatus.Closed,
        "PAYERROR" => WeChatPaymentStatus.Failed,
        _ => null,
    };

    // "Apply for a refund", status; "Refund result notice", refund_status.
    private static WeChatRefundStatus? RefundStatus(string? status) => status switch
    {
        "PROCESSING" => WeChatRefundStatus.Processing,
        "SUCCESS" => WeChatRefundStatus.Succeeded,
        "CLOSED" => WeChatRefundStatus.Closed,
        "ABNORMAL" => WeChatRefundStatus.Abnormal,
        _ => null,
    };

    private static Instant? Time(string? text) =>
        text is not null && OffsetDateTimePattern.Rfc3339.Parse(text).TryGetValue(default, out var time) ? time.ToInstant() : null;
}
