using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Invoices;

/// <summary>Has an e-invoice platform issue and reverse, over signed HTTPS (see the README of <c>Partners/</c>).</summary>
public sealed class PartnerInvoices : IInvoices, IDisposable
{
    private const int AnswerOctetsMax = 64 * 1024;

    private const int NameLengthMax = 100;

    private const int LinesMax = 100;

    private readonly PartnerClient client;
    private readonly PartnerCallbacks callbacks;

    /// <summary>Takes over the key and disposes of it.</summary>
    /// <param name="handler">What carries the requests; null: the network. Taken over, too.</param>
    /// <exception cref="GatewayRefusedException">The options cannot be used.</exception>
    public PartnerInvoices(PartnerOptions options, PartnerKey key, IClock clock, IRandomSource random, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check("Invoice");
        client = new PartnerClient(InvoiceJson.Service, options, key, clock, random, handler);
        callbacks = new PartnerCallbacks(InvoiceJson.Service, options, key, clock);
    }

    public Task<GatewayResult<Invoice>> Request(InvoiceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        return client.Post(
            "v1/invoices", PartnerJson.Write(InvoiceJson.Write(request)), AnswerOctetsMax, answer => Of(answer, request.Number, original: null, request.AmountFen), cancellation);
    }

    public Task<GatewayResult<Invoice>> RequestReversal(InvoiceReversal reversal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reversal);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reversal.AmountFen);
        if (reversal.Number == reversal.OriginalNumber)
            throw new ArgumentException("A reversal has a number of its own.", nameof(reversal));
        return client.Post(
            "v1/reversals", PartnerJson.Write(InvoiceJson.Write(reversal)), AnswerOctetsMax,
            answer => Of(answer, reversal.Number, reversal.OriginalNumber, -reversal.AmountFen), cancellation);
    }

    public Task<GatewayResult<Invoice>> Find(string number, CancellationToken cancellation) => client.Get(
        $"v1/invoices/{PartnerText.Number(number)}", AnswerOctetsMax, answer => InvoiceJson.Read(answer) is { } invoice && invoice.Number == number ? invoice : null, cancellation);

    public CallbackOutcome<Invoice> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => callbacks.Read(
        headers, body, told => InvoiceJson.Read(told) is { Status: not InvoiceStatus.Pending } invoice ? invoice : null);

    public void Dispose() => client.Dispose();

    // About another number, or another amount: whatever was issued, it is not what was asked for.
    private static Invoice? Of(byte[] answer, string number, string? original, long fen) =>
        InvoiceJson.Read(answer) is { } invoice && (invoice.Number, invoice.Original, invoice.AmountFen) == (number, original, fen) ? invoice : null;

    private static void Check(InvoiceRequest request)
    {
        if (!IsName(request.BuyerName) || !IsName(request.Seller.Name) || !PartnerText.IsReference(request.Seller.CreditCode)
            || (request.BuyerCreditCode is { } code && !PartnerText.IsReference(code)) || request.Lines is not { IsDefault: false, Length: > 0 and <= LinesMax })
            throw new ArgumentException("An invoice needs a buyer, a seller with his credit code, and 1 to 100 lines.", nameof(request));
        if (request.Lines.Any(line => !IsName(line.Name) || line.Quantity <= 0 || line.UnitFen <= 0))
            throw new ArgumentException("A line needs a name, a quantity and a price.", nameof(request));
        // What does not add up here would be somebody's tax tomorrow.
        if (request.Lines.Aggregate(0L, (sum, line) => checked(sum + line.Fen)) != request.AmountFen)
            throw new ArgumentException("The lines do not add up to the amount.", nameof(request));
    }

    private static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= NameLengthMax && !text.Any(char.IsControl);
}
