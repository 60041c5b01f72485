using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Digits that are made from a name, so that two worlds in which the same happens give the same numbers.</summary>
internal static class Digits
{
    public static string Of(string name, int count) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(count).Select(b => (b % 10).ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Plays the SMS gateway: one message per key, and the same message every time.</summary>
internal sealed class SmsOutbox(Perils perils) : ISmsGateway
{
    private readonly SortedDictionary<string, (string Phone, string Text)> sent = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (string Phone, string Text)> Sent => sent;

    public async Task<SmsResult> Send(Sms message, CancellationToken cancellation) => await perils.Around("sms", () =>
    {
        if (sent.TryGetValue(message.DeduplicationKey, out var first) && first != (message.Phone, message.Text))
            throw new TestFailedException($"Two messages under the key {message.DeduplicationKey}:\n{first.Text}\n{message.Text}");
        sent[message.DeduplicationKey] = (message.Phone, message.Text);
        return ValueTask.FromResult(new SmsResult($"sms-{message.DeduplicationKey}", null));
    });
}

/// <summary>What the bank has booked, whoever asks for it.</summary>
internal sealed class BankBook(IClock clock)
{
    private readonly List<(string Reference, string Payer, long Fen, Instant At)> lines = [];

    public IReadOnlyList<(string Reference, string Payer, long Fen, Instant At)> Lines => lines;

    public void Book(string payer, long fen) => lines.Add(($"B-{lines.Count + 1}", payer, fen, clock.GetCurrentInstant()));
}

internal sealed class BankStatements(BankBook book, Payers payers, Perils perils) : IBankStatements
{
    public async Task<IReadOnlyList<BankLine>> ReadAfter(long number, int max, CancellationToken cancellation)
    {
        perils.Alive();
        var read = new List<BankLine>();
        for (var at = (int)number; at < book.Lines.Count && read.Count < max; at++)
        {
            var (reference, payer, fen, booked) = book.Lines[at];
            read.Add(new BankLine(at + 1, reference, await payers.Of(new(reference), payer, cancellation), fen, booked));
        }

        return read;
    }
}

/// <summary>WeChat's till, whose refunds may fail on their way.</summary>
internal sealed class PerilousTill(Till till, Perils perils) : IWeChatPayments
{
    public Task<WeChatResult<string>> Place(WeChatOrder order, CancellationToken cancellation) => till.Place(order, cancellation);

    public Task<WeChatResult<WeChatPayment>> Find(string orderNumber, CancellationToken cancellation) => till.Find(orderNumber, cancellation);

    public Task<WeChatResult<string>> Close(string orderNumber, CancellationToken cancellation) => till.Close(orderNumber, cancellation);

    public Task<WeChatResult<WeChatRefund>> Refund(WeChatRefundRequest request, CancellationToken cancellation) =>
        perils.Around("wechat", () => new ValueTask<WeChatResult<WeChatRefund>>(till.Refund(request, cancellation))).AsTask();

    public WeChatNoticeOutcome ReadNotice(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body) => till.ReadNotice(headers, body);
}

/// <summary>Plays the e-invoice platform.</summary>
internal sealed class InvoicePlatform(IClock clock, Perils perils) : IInvoices
{
    private readonly SortedDictionary<string, Invoice> invoices = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Invoice> All => invoices.Values;

    public Task<GatewayResult<Invoice>> Request(InvoiceRequest request, CancellationToken cancellation) =>
        Known(request.Number, () => new Invoice(request.Number, null, request.AmountFen, InvoiceStatus.Pending, null, null));

    public Task<GatewayResult<Invoice>> RequestReversal(InvoiceReversal reversal, CancellationToken cancellation) =>
        invoices.GetValueOrDefault(reversal.OriginalNumber)?.Status == InvoiceStatus.Issued
            ? Known(reversal.Number, () => new Invoice(reversal.Number, reversal.OriginalNumber, -reversal.AmountFen, InvoiceStatus.Pending, null, null))
            : Task.FromResult(new GatewayResult<Invoice>(null, "not-issued"));

    public Task<GatewayResult<Invoice>> Find(string number, CancellationToken cancellation) => Task.FromResult(invoices.TryGetValue(number, out var known)
        ? new GatewayResult<Invoice>(known, null)
        : new GatewayResult<Invoice>(null, "unknown"));

    public CallbackOutcome<Invoice> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => new(invoices[Encoding.UTF8.GetString(body)], null);

    public void Decide(string number, string? failure)
    {
        if (invoices[number].Status != InvoiceStatus.Pending)
            return;
        invoices[number] = failure is null
            ? invoices[number] with
            {
                Status = InvoiceStatus.Issued,
                Issued = new IssuedInvoice(null, Digits.Of(number, 20), clock.GetCurrentInstant(), new Uri("https://invoices.example/")),
            }
            : invoices[number] with { Status = InvoiceStatus.Failed, FailureCode = failure };
    }

    private Task<GatewayResult<Invoice>> Known(string number, Func<Invoice> made) => perils.Around("invoices", () =>
    {
        if (!invoices.TryGetValue(number, out var known))
            invoices[number] = known = made();
        return ValueTask.FromResult(new GatewayResult<Invoice>(known, null));
    }).AsTask();
}

/// <summary>Plays the courier: makes labels, and tells what happened to parcels.</summary>
internal sealed class CourierNews(Perils perils) : ICourier, ITrackingEvents
{
    private readonly List<NumberedTracking> told = [];

    public static string NumberOf(string order) => $"SF{Digits.Of(order, 13)}";

    public void Tell(string trackingNumber, TrackingCode code, Instant at, ParcelSigner? signer) =>
        told.Add(new NumberedTracking(told.Count + 1, new TrackingEvent(trackingNumber, code, at, signer)));

    public Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation) => perils.Around("courier", () =>
        ValueTask.FromResult(new GatewayResult<CourierLabel>(new CourierLabel(order.Number, NumberOf(order.Number), LabelFormat.Pdf, new byte[1]), null))).AsTask();

    public CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body) => new(null, CallbackFault.Unreadable);

    public Task<IReadOnlyList<NumberedTracking>> ReadAfter(long number, int max, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NumberedTracking>>([.. told.Skip((int)number).Take(max)]);

    public Task<IReadOnlyList<TrackingEvent>> Of(string trackingNumber, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<TrackingEvent>>([.. told.Select(t => t.Event).Where(e => e.TrackingNumber == trackingNumber)]);

    public Task<ImmutableArray<BadTracking>> Take(TrackingReport report, CancellationToken cancellation) => Task.FromResult(ImmutableArray<BadTracking>.Empty);
}

/// <summary>Plays the examiner of faces, who finds everybody to be himself.</summary>
internal sealed class Examiner(IClock clock) : IRealPersonChecks
{
    private readonly Dictionary<string, RealPersonOutcome> checks = new(StringComparer.Ordinal);

    public void Pass(string number) => checks[number] = new(number, RealPersonStatus.Passed, null, $"seen-{number}", clock.GetCurrentInstant());

    public Task<GatewayResult<Uri>> Begin(RealPersonCheck check, CancellationToken cancellation)
    {
        checks.TryAdd(check.Number, new RealPersonOutcome(check.Number, RealPersonStatus.Pending, null, null, null));
        return Task.FromResult(new GatewayResult<Uri>(new Uri("https://examiner.example/"), null));
    }

    public Task<GatewayResult<RealPersonOutcome>> Find(string number, CancellationToken cancellation) => Task.FromResult(checks.TryGetValue(number, out var known)
        ? new GatewayResult<RealPersonOutcome>(known, null)
        : new GatewayResult<RealPersonOutcome>(null, "unknown"));

    public CallbackOutcome<RealPersonOutcome> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => new(checks[Encoding.UTF8.GetString(body)], null);
}

/// <summary>An adapter that keeps words about people, and is asked to forget them.</summary>
internal sealed class WordsKept(Perils perils) : IForgets
{
    private readonly SortedSet<string> forgotten = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Forgotten => forgotten;

    public async Task Forget(ForgottenPerson person, CancellationToken cancellation) => await perils.Around("words kept", () =>
    {
        forgotten.Add($"{person.Subject}: {string.Join(' ', person.Named)}");
        return ValueTask.CompletedTask;
    });
}
