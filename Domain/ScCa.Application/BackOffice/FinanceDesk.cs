using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Payments;
using ScCa.Domain.People;

namespace ScCa.Application.BackOffice;

/// <summary>What was written about one transfer.</summary>
public sealed record TransferReceipt(string Reference, long Position);

/// <summary>Transfers that matched nothing, refunds, and invoices (P1–P3, D4).</summary>
public sealed class FinanceDesk(
    StaffGate gate, ICommands commands, TransferMatchReader matches, RefundQueueReader refunds, ReversalQueueReader reversals, DueIndexReader due, TextCatalog texts, IClock clock)
{
    private const int QueueMax = 200;
    private const int TextMax = 200;

    public async Task<Outcome<IReadOnlyList<UnmatchedRow>>> Unmatched(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(Unmatched), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await matches.Unmatched(cancellation).ConfigureAwait(false));

    /// <summary>Refunds that have not gone out, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<RefundRow>>> Refunds(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(Refunds), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await refunds.Pending(cancellation).ConfigureAwait(false));

    /// <summary>Invoices that are due, the earliest promise first (D4, D5).</summary>
    public async Task<Outcome<IReadOnlyList<InvoiceRow>>> Invoices(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(Invoices), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await due.Invoices(QueueMax, cancellation).ConfigureAwait(false));

    /// <summary>Invoices that are to be taken back and are not yet, with what has failed about it (D4).</summary>
    public async Task<Outcome<IReadOnlyList<ReversalRow>>> Reversals(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(FinanceDesk), nameof(Reversals), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await reversals.Pending(QueueMax, cancellation).ConfigureAwait(false));

    /// <summary>Gives an unmatched transfer to an application by hand; the application still decides whether it counts (P1).</summary>
    public Task<Outcome<TransferReceipt>> Assign(
        string commandId, string reference, string certificate, int application, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var to = parsed.CertificateId(certificate);
        return OnTransfer(
            nameof(Assign), commandId, reference, staff, (id, of, _, now) => new ClaimTransfer(id, of, to, application, now), parsed, cancellation);
    }

    /// <param name="cause">A name of <see cref="RefundCause"/>: why the money goes back.</param>
    public Task<Outcome<TransferReceipt>> RequestRefund(string commandId, string reference, string cause, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var why = parsed.Named<RefundCause>(cause, "reason");
        return OnTransfer(nameof(RequestRefund), commandId, reference, staff, (id, of, by, now) => new RequestRefund(id, of, why, by, now), parsed, cancellation);
    }

    /// <summary>The bank has paid the refund out.</summary>
    public Task<Outcome<TransferReceipt>> RecordRefund(string commandId, string reference, string? evidence, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var paidOut = parsed.FreeText(evidence, "evidence", TextMax);
        return OnTransfer(nameof(RecordRefund), commandId, reference, staff, (id, of, _, now) => new RecordRefund(id, of, paidOut, now), parsed, cancellation);
    }

    /// <summary>Has the e-invoice platform take an invoice back; also where it has failed to before.</summary>
    public Task<Outcome<StaffReceipt>> RequestReversal(
        string commandId, string certificate, int application, string? reason, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var why = parsed.FreeText(reason, "reason", TextMax);
        return OnCertificate(
            nameof(RequestReversal), commandId, certificate, staff, (id, at, by, now) => new RequestInvoiceReversal(id, at, application, why, by, now), parsed, cancellation);
    }

    /// <summary>The tax system has issued an invoice.</summary>
    public Task<Outcome<StaffReceipt>> RecordInvoice(
        string commandId, string certificate, int application, string? number, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var invoice = parsed.FreeText(number, "number", TextMax);
        return OnCertificate(
            nameof(RecordInvoice), commandId, certificate, staff, (id, at, _, now) => new RecordInvoice(id, at, application, invoice, now), parsed, cancellation);
    }

    public Task<Outcome<StaffReceipt>> ReverseInvoice(
        string commandId, string certificate, int application, string? redNumber, string? reason, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var (red, why) = (parsed.FreeText(redNumber, "number", TextMax), parsed.FreeText(reason, "reason", TextMax));
        return OnCertificate(
            nameof(ReverseInvoice), commandId, certificate, staff, (id, at, by, now) => new ReverseInvoice(id, at, application, red, why, by, now), parsed, cancellation);
    }

    private async Task<Outcome<TransferReceipt>> OnTransfer(
        string method, string commandId, string reference, string staff, Func<CommandId, BankReference, StaffId, Instant, TransferCommand> command, Parsed parsed,
        CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(FinanceDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, of) = (parsed.CommandId(commandId), parsed.Choice(reference, BankReference.Parse, "reference"));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var asked = command(id, of!, new StaffId(staff), clock.GetCurrentInstant());
        return await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<Transfer>.Accepted accepted => new TransferReceipt(of!.Value, accepted.Position),
            Answer<Transfer>.Refused(var notDone) => RefusalText.From(notDone, texts),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }

    private async Task<Outcome<StaffReceipt>> OnCertificate(
        string method, string commandId, string certificate, string staff, Func<CommandId, CertificateId, StaffId, Instant, CertificateCommand> command,
        Parsed parsed, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(FinanceDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var asked = command(id, at, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }
}
