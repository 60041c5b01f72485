using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;

namespace ScCa.Application.Intake;

/// <summary>
/// Has the invoices issued that are promised (D4). The platform knows each under our number, so asking again is harmless; what it has issued is taken in
/// whether it tells of it or is asked.
/// </summary>
public sealed class InvoiceIntake(
    ICommands commands, CommandExecutor executor, KeptCertificates kept, InvoiceReversals reversals, TextCatalog texts, IClock clock, IInvoices? invoices = null,
    InvoiceSeller? seller = null)
{
    private const string Name = "invoice-intake";
    private const char Divider = '_';

    /// <summary>Asks for the invoice of an application, and takes it in where it is there; true where it was.</summary>
    public async Task<bool> Pursue(string certificate, int application, CancellationToken cancellation)
    {
        if (invoices is null || seller is null
            || await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is not KnownCertificate known
            || known.Invoices.FirstOrDefault(i => i.Application == application) is not { Number: null } due
            || await kept.SubjectOf(known.Holder, cancellation).ConfigureAwait(false) is not { } buyer)
        {
            return false;
        }

        var lines = await Lines(certificate, application, cancellation).ConfigureAwait(false);
        var request = new InvoiceRequest(
            NumberOf(certificate, application), buyer.Organization ?? buyer.CommonName, buyer.CreditCode?.Value, seller, lines, due.Amount.Fen);
        var asked = await invoices.Request(request, cancellation).ConfigureAwait(false);
        return asked.Value is { } invoice && await Take(invoice, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a callback; answers with why it counts for nothing, or null.</summary>
    public async Task<CallbackFault?> Callback(CallbackHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (invoices is null)
            return CallbackFault.KeyUnknown;
        var read = invoices.ReadCallback(headers, body.Span);
        if (read.Fault is { } fault)
            return fault;
        var told = read.Value!;
        await (told.Original is null ? Take(told, cancellation) : reversals.Take(told, cancellation)).ConfigureAwait(false);
        return null;
    }

    /// <summary>Our number for an application's invoice.</summary>
    internal static string NumberOf(string certificate, int application) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate}{Divider}{application}");

    internal static (string Certificate, int Application)? Read(string number) =>
        number.Split(Divider) is [var certificate, var application] && int.TryParse(application, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? (certificate, parsed)
            : null;

    /// <summary>The tax system's number as it is recorded.</summary>
    internal static string NumberOf(IssuedInvoice issued) => issued.Code is { } code ? $"{code}-{issued.Number}" : issued.Number;

    private async Task<ImmutableArray<InvoiceLine>> Lines(string certificate, int application, CancellationToken cancellation)
    {
        var applied = (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Select(e => e.Body).OfType<OperationApplied>().Single(a => a.Application == application);
        return [.. applied.Under.Charge.Lines.Select(l => new InvoiceLine(texts[Language.ZhCn, $"invoice.{l.Item}"], l.Quantity, l.UnitPrice.Fen))];
    }

    private async Task<bool> Take(Ports.Invoice invoice, CancellationToken cancellation)
    {
        if (invoice is not { Status: InvoiceStatus.Issued, Issued: { } issued } || Read(invoice.Number) is not var (certificate, application))
            return false;
        var record = new RecordInvoice(
            new CommandId($"{Name}:{invoice.Number}"), new CertificateId(certificate), application, NumberOf(issued), clock.GetCurrentInstant());
        return await commands.Execute(record, CommandContext.System(Name), cancellation).ConfigureAwait(false) is Answer<Certificate>.Accepted { IsRepeat: false };
    }
}
