using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Application.Ports;

public sealed record InvoiceLine(string Name, int Quantity, long UnitFen)
{
    public long Fen => checked(Quantity * UnitFen);
}

public sealed record InvoiceSeller(string Name, string CreditCode);

/// <param name="Number">Ours, 6 to 32 letters, digits, - or _; the same number is the same invoice.</param>
/// <param name="BuyerCreditCode">Null for a natural person.</param>
/// <param name="AmountFen">The sum of the lines.</param>
public sealed record InvoiceRequest(
    string Number, string BuyerName, string? BuyerCreditCode, InvoiceSeller Seller, ImmutableArray<InvoiceLine> Lines, long AmountFen)
{
    /// <summary>The buyer stays out of logs.</summary>
    public override string ToString() => $"InvoiceRequest {Number}";
}

/// <summary>Why an invoice is reversed, as the tax administration counts it.</summary>
public enum InvoiceReversalReason
{
    IssuedInError,
    Returned,
    ServiceEnded,
    Discounted,
}

/// <param name="Number">Ours; the same number is the same reversal.</param>
/// <param name="OriginalNumber">The number that the invoice was requested under.</param>
/// <param name="AmountFen">The whole amount of the original, positive.</param>
public sealed record InvoiceReversal(string Number, string OriginalNumber, InvoiceReversalReason Reason, long AmountFen);

public enum InvoiceStatus
{
    Pending,
    Issued,
    Failed,
}

/// <param name="Original">The number of the invoice that this one reverses; null for an invoice.</param>
/// <param name="AmountFen">Negative for a reversal (红字).</param>
/// <param name="Issued">Null unless issued.</param>
/// <param name="FailureCode">Null unless failed.</param>
public sealed record Invoice(string Number, string? Original, long AmountFen, InvoiceStatus Status, IssuedInvoice? Issued, string? FailureCode);

/// <param name="Code">Null for a fully digital invoice (数电票), whose number has 20 digits.</param>
public sealed record IssuedInvoice(string? Code, string Number, Instant IssuedAt, Uri Download);

/// <summary>
/// E-invoices (电子发票, D4). <b>Durability</b>: the platform remembers invoices and reversals under our numbers; whoever was not told of an outcome asks
/// for it by number. <b>Idempotence</b>: requested again under its number it is the same invoice, and with other content a refusal; a callback may come more
/// than once, late, and in any order. <b>Concurrency</b>: safe from any thread. <b>Failure</b>: a refusal is a result; an
/// <see cref="HttpRequestException"/> or <see cref="TimeoutException"/> means that the outcome is unknown.
/// </summary>
public interface IInvoices
{
    Task<GatewayResult<Invoice>> Request(InvoiceRequest request, CancellationToken cancellation);

    /// <summary>Requests the reversal (红字冲销) of a whole invoice that was issued.</summary>
    Task<GatewayResult<Invoice>> RequestReversal(InvoiceReversal reversal, CancellationToken cancellation);

    /// <summary>Finds an invoice or a reversal.</summary>
    Task<GatewayResult<Invoice>> Find(string number, CancellationToken cancellation);

    /// <summary>Reads what was posted to the callback address; the body octet by octet as it came.</summary>
    CallbackOutcome<Invoice> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body);
}
