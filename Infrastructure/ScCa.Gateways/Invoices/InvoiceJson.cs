using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Invoices;

/// <summary>The bodies of the service <c>invoice</c>, and what they mean.</summary>
internal static class InvoiceJson
{
    public const string Service = "invoice";

    private const string Pending = "pending";

    private const string Issued = "issued";

    private const string Failed = "failed";

    public static Request Write(InvoiceRequest request) => new(
        PartnerText.Number(request.Number), new Party(request.BuyerName, request.BuyerCreditCode), new Party(request.Seller.Name, request.Seller.CreditCode),
        [.. request.Lines.Select(line => new Line(line.Name, line.Quantity, InvoiceAmount.Of(line.UnitFen), InvoiceAmount.Of(line.Fen)))], InvoiceAmount.Of(request.AmountFen));

    public static Reversal Write(InvoiceReversal reversal) => new(
        PartnerText.Number(reversal.Number), PartnerText.Number(reversal.OriginalNumber), Reason(reversal.Reason), InvoiceAmount.Of(-reversal.AmountFen));

    public static Told Write(Invoice invoice) => new(
        invoice.Number, invoice.Original, InvoiceAmount.Of(invoice.AmountFen),
        invoice.Status switch { InvoiceStatus.Issued => Issued, InvoiceStatus.Failed => Failed, _ => Pending }, invoice.Issued?.Code, invoice.Issued?.Number,
        invoice.Issued is { IssuedAt: var at } ? PartnerText.Of(at) : null, invoice.Issued?.Download.AbsoluteUri, invoice.FailureCode);

    /// <summary>Null where it makes no sense: an amount that is none, a reversal that is not negative, an invoice that is issued without a number.</summary>
    public static Invoice? Read(ReadOnlySpan<byte> body)
    {
        if (PartnerJson.Read<Told>(body) is not { Number: { } number } told || !PartnerText.IsNumber(number) || InvoiceAmount.Parse(told.Amount) is not { } fen
            || (told.Original is { } original ? fen >= 0 || !PartnerText.IsNumber(original) || original == number : fen <= 0))
            return null;
        return told switch
        {
            { Status: Pending, Code: null } when HasNothingIssued(told) => new Invoice(number, told.Original, fen, InvoiceStatus.Pending, Issued: null, FailureCode: null),
            { Status: Failed, Code: { } code } when PartnerText.IsCode(code) && HasNothingIssued(told) =>
                new Invoice(number, told.Original, fen, InvoiceStatus.Failed, Issued: null, code),
            { Status: Issued, Code: null } when WhatWasIssued(told) is { } issued => new Invoice(number, told.Original, fen, InvoiceStatus.Issued, issued, FailureCode: null),
            _ => null,
        };
    }

    private static bool HasNothingIssued(Told told) => told is { InvoiceCode: null, InvoiceNumber: null, IssuedAt: null, Download: null };

    private static IssuedInvoice? WhatWasIssued(Told told)
    {
        var isNamed = told.InvoiceCode is { } code ? IsDigits(code, 10, 12) && IsDigits(told.InvoiceNumber, 8) : IsDigits(told.InvoiceNumber, 20);
        return isNamed && PartnerText.Time(told.IssuedAt) is { } at && PartnerText.Address(told.Download) is { } download
            ? new IssuedInvoice(told.InvoiceCode, told.InvoiceNumber!, at, download)
            : null;
    }

    private static bool IsDigits(string? text, params ReadOnlySpan<int> lengths) => text is not null && lengths.Contains(text.Length) && text.All(char.IsAsciiDigit);

    // 红字信息确认单, reason for the reversal.
    private static string Reason(InvoiceReversalReason reason) => reason switch
    {
        InvoiceReversalReason.IssuedInError => "01",
        InvoiceReversalReason.Returned => "02",
        InvoiceReversalReason.ServiceEnded => "03",
        InvoiceReversalReason.Discounted => "04",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    internal sealed record Party(string? Name, string? CreditCode);

    internal sealed record Line(string? Name, int? Quantity, string? UnitPrice, string? Amount);

    internal sealed record Request(string? Number, Party? Buyer, Party? Seller, IReadOnlyList<Line>? Lines, string? Amount);

    internal sealed record Reversal(string? Number, string? Original, string? Reason, string? Amount);

    internal sealed record Told(
        string? Number, string? Original, string? Amount, string? Status, string? InvoiceCode, string? InvoiceNumber, string? IssuedAt, string? Download, string? Code);
}
