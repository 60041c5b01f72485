using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Invoices;

/// <summary>
/// Stands in for the e-invoice platform: speaks the real protocol with itself, and whoever shows the system issues or fails what was requested. Invoices lie
/// in <c>invoices.jsonl</c>, without buyers.
/// </summary>
public sealed class LocalInvoices : IInvoices, IStandIn, IDisposable
{
    public const string FileName = "invoices.jsonl";

    private readonly IClock clock;
    private readonly IRandomSource random;
    private readonly LocalRecords<InvoiceJson.Told> records;
    private readonly LocalPartner platform;
    private readonly PartnerInvoices real;
    private readonly LocalContents contents = new();

    public LocalInvoices(string folder, IClock clock, IRandomSource random)
    {
        (this.clock, this.random) = (clock, random);
        records = new LocalRecords<InvoiceJson.Told>(folder, FileName, invoice => invoice.Number!);
        var key = PartnerKey.Random(random);
        platform = new LocalPartner(InvoiceJson.Service, LocalPartner.Options, key, clock, random, Serve);
        real = new PartnerInvoices(LocalPartner.Options, key, clock, random, platform);
    }

    public (string ZhCn, string En) StandsInFor => ("电子发票平台", "e-invoice platform");

    public Task<GatewayResult<Invoice>> Request(InvoiceRequest request, CancellationToken cancellation) => real.Request(request, cancellation);

    public Task<GatewayResult<Invoice>> RequestReversal(InvoiceReversal reversal, CancellationToken cancellation) => real.RequestReversal(reversal, cancellation);

    public Task<GatewayResult<Invoice>> Find(string number, CancellationToken cancellation) => real.Find(number, cancellation);

    public CallbackOutcome<Invoice> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => real.ReadCallback(headers, body);

    /// <summary>Issues, or fails, what was requested, once; the callback that tells of it, signed anew each time.</summary>
    /// <param name="failureCode">Null: issued.</param>
    public async Task<(CallbackHeaders Headers, byte[] Body)> Decide(string number, string? failureCode, CancellationToken cancellation)
    {
        var decided = await records.With(
            shelf => shelf.Find(number) switch
            {
                null => throw new InvalidOperationException("No such invoice was requested."),
                { Status: "pending" } invoice => shelf.Put(Decided(invoice, failureCode)),
                var earlier => earlier,
            },
            cancellation).ConfigureAwait(false);
        return platform.Callback(decided);
    }

    public void Dispose()
    {
        real.Dispose();
        platform.Dispose();
    }

    private InvoiceJson.Told Decided(InvoiceJson.Told told, string? failureCode) => failureCode is not null
        ? told with { Status = "failed", Code = failureCode }
        : told with
        {
            Status = "issued", InvoiceNumber = NewInvoiceNumber(), IssuedAt = PartnerText.Of(clock.GetCurrentInstant()),
            Download = $"https://stand-in.invalid/invoice/{LocalPartner.NewName(random, 32)}",
        };

    // Fully digital invoices: 20 digits, no code. 00 is no year that any was issued in.
    private string NewInvoiceNumber()
    {
        Span<byte> octets = stackalloc byte[8];
        random.Fill(octets);
        var number = BitConverter.ToUInt64(SHA256.HashData(octets)) % 1_000_000_000_000_000_000;
        return number.ToString("D20", CultureInfo.InvariantCulture);
    }

    private Task<LocalAnswer> Serve(HttpMethod method, string path, byte[] body, CancellationToken cancellation)
    {
        if (method == HttpMethod.Post && path == "/v1/invoices" && PartnerJson.Read<InvoiceJson.Request>(body) is { Number: { } number, Amount: { } amount, Lines: { } lines })
            return records.With(shelf => IsSum(lines, amount) ? Pending(shelf, number, original: null, amount, body) : LocalAnswer.Refused(422, "sum-wrong"), cancellation);
        if (method == HttpMethod.Post && path == "/v1/reversals" && PartnerJson.Read<InvoiceJson.Reversal>(body) is { Number: { } own, Original: { } original, Amount: { } negative })
            return records.With(shelf => Reversed(shelf, own, original, negative, body), cancellation);
        if (method == HttpMethod.Get && path.StartsWith("/v1/invoices/", StringComparison.Ordinal))
        {
            return records.With(
                shelf => shelf.Find(path["/v1/invoices/".Length..]) is { } found ? LocalAnswer.Done(found) : LocalAnswer.Refused(404, "not-found"), cancellation);
        }

        return Task.FromResult(LocalAnswer.Refused(400, "invalid-request"));
    }

    private LocalAnswer Reversed(LocalShelf<InvoiceJson.Told> shelf, string number, string original, string amount, byte[] body) => shelf.Find(original) switch
    {
        _ when shelf.Find(number) is not null => Pending(shelf, number, original, amount, body),
        null => LocalAnswer.Refused(404, "not-found"),
        { Status: "issued", Original: null } told when InvoiceAmount.Parse(amount) != -InvoiceAmount.Parse(told.Amount) => LocalAnswer.Refused(422, "sum-wrong"),
        { Status: "issued", Original: null } when IsReversedBefore(shelf, original) => LocalAnswer.Refused(409, "already-reversed"),
        { Status: "issued", Original: null } => Pending(shelf, number, original, amount, body),
        _ => LocalAnswer.Refused(409, "not-issued"),
    };

    private static bool IsReversedBefore(LocalShelf<InvoiceJson.Told> shelf, string original) =>
        shelf.All.GroupBy(i => i.Number).Any(i => i.Last() is { Status: not "failed", Original: { } reversed } && reversed == original);

    private LocalAnswer Pending(LocalShelf<InvoiceJson.Told> shelf, string number, string? original, string amount, byte[] body)
    {
        var invoice = shelf.Find(number) ?? shelf.Put(
            new InvoiceJson.Told(number, original, amount, "pending", InvoiceCode: null, InvoiceNumber: null, IssuedAt: null, Download: null, Code: null));
        return (invoice.Original, invoice.Amount) == (original, amount) && contents.IsFirstOrSame(number, body) ? LocalAnswer.Done(invoice) : LocalAnswer.Refused(409, "number-used");
    }

    private static bool IsSum(IReadOnlyList<InvoiceJson.Line> lines, string amount) =>
        lines.All(line => InvoiceAmount.Parse(line.Amount) == InvoiceAmount.Parse(line.UnitPrice) * line.Quantity)
        && lines.Sum(line => InvoiceAmount.Parse(line.Amount)) == InvoiceAmount.Parse(amount);
}
