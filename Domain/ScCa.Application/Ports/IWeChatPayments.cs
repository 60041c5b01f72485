using NodaTime;

namespace ScCa.Application.Ports;

/// <param name="Number">Ours, 6 to 32 letters, digits, - or _; the same number is the same order.</param>
public sealed record WeChatOrder(string Number, string Description, long AmountFen, Instant ExpiresAt);

public enum WeChatPaymentStatus
{
    NotPaid,
    Paid,

    /// <summary>Paid, and refunded in whole or in part since.</summary>
    Refunded,
    Closed,
    Failed,
}

/// <param name="Transaction">WeChat's own name for the payment; null until there is one.</param>
/// <param name="AmountFen">What the order is about; null where nothing was paid.</param>
public sealed record WeChatPayment(string OrderNumber, WeChatPaymentStatus Status, string? Transaction, long? AmountFen, Instant? PaidAt);

/// <param name="RefundNumber">Ours, 1 to 64 letters, digits, - or _; the same number is the same refund.</param>
public sealed record WeChatRefundRequest(string OrderNumber, string RefundNumber, long RefundFen, long TotalFen);

public enum WeChatRefundStatus
{
    Processing,
    Succeeded,
    Closed,

    /// <summary>The payer's account takes nothing: a person has to see to it.</summary>
    Abnormal,
}

public sealed record WeChatRefund(string RefundNumber, string OrderNumber, WeChatRefundStatus Status, long RefundFen, Instant? SucceededAt);

/// <summary>The headers that vouch for a notice, as they came.</summary>
public sealed record WeChatNoticeHeaders(string? Serial, string? Signature, string? Timestamp, string? Nonce);

/// <summary>What WeChat tells of its own accord: a payment or a refund. Who paid is not kept.</summary>
/// <param name="Id">The same id is the same notice, however often it is sent.</param>
public sealed record WeChatNotice(string Id, WeChatPayment? Payment, WeChatRefund? Refund);

/// <summary>Why a notice counts for nothing.</summary>
public enum WeChatNoticeFault
{
    HeaderMissing,

    /// <summary>Signed more than five minutes ago, or ahead of now.</summary>
    ClockOff,
    SerialUnknown,
    SignatureWrong,

    /// <summary>The very same delivery came before.</summary>
    Replayed,
    Unreadable,
    CiphertextWrong,

    /// <summary>Signed by WeChat, but about somebody else.</summary>
    NotForUs,
}

/// <summary>A notice, or why it is none.</summary>
public sealed record WeChatNoticeOutcome(WeChatNotice? Notice, WeChatNoticeFault? Fault);

/// <summary>What was asked for, or the code of the refusal (never free text).</summary>
public sealed record WeChatResult<T>(T? Value, string? ErrorCode) where T : class
{
    public bool IsDone => ErrorCode is null;
}

/// <summary>
/// Payments by scanning a code (P4). <b>Durability</b>: WeChat remembers orders and refunds under our numbers; nothing is kept here, so whoever was not
/// told of an outcome asks for it by number. <b>Idempotence</b>: repeating a request under its number does nothing more; a notice may come more than once,
/// late, and in any order: its id and the transaction make it count once. <b>Concurrency</b>: safe from any thread. <b>Failure</b>: a refusal is a result;
/// an <see cref="HttpRequestException"/> or <see cref="TimeoutException"/> means that the outcome is unknown.
/// </summary>
public interface IWeChatPayments
{
    /// <summary>Places an order; answers with the address that its code is made of.</summary>
    Task<WeChatResult<string>> Place(WeChatOrder order, CancellationToken cancellation);

    Task<WeChatResult<WeChatPayment>> Find(string orderNumber, CancellationToken cancellation);

    /// <summary>Closes an order that was not paid; answers with its number.</summary>
    Task<WeChatResult<string>> Close(string orderNumber, CancellationToken cancellation);

    Task<WeChatResult<WeChatRefund>> Refund(WeChatRefundRequest request, CancellationToken cancellation);

    /// <summary>Reads what was posted to the notice address; the body octet by octet as it came.</summary>
    WeChatNoticeOutcome ReadNotice(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body);
}
