using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Application.Texts;
using ScCa.Domain.Invoices;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using NodaTime;

namespace ScCa.Application.Reactions;

/// <summary>
/// What was charged and has gone back is not invoiced any more: its invoice is asked to be reversed (D4). Each reversal is put to the e-invoice platform at once;
/// of an invoice that was only promised, as soon as it is issued. One that is not done at once is followed by the sweep.
/// </summary>
public sealed class ReverseInvoices(ICommands commands, CommandExecutor executor, InvoiceReversals reversals, TextCatalog texts, IClock clock) : IReaction
{
    public string Name => "reverse-invoices";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        TransferRefunded e => Request(happened, e, cancellation),
        InvoiceReversalRequested e => reversals.Pursue(happened.StreamKey, e.Application, cancellation),
        InvoiceIssued e => reversals.Pursue(happened.StreamKey, e.Application, cancellation),
        _ => Task.CompletedTask,
    };

    // An excess was never charged, and what its application never counted was not either. Where there is no invoice the command is refused, which needs nothing more.
    private async Task Request(RecordedEvent happened, TransferRefunded refunded, CancellationToken cancellation)
    {
        if (await executor.State<Transfer>(refunded.Reference.Value, cancellation).ConfigureAwait(false) is not ConfirmedTransfer transfer
            || transfer.Refunded.Beyond(transfer.Excess) == Money.Zero)
            return;
        var request = new RequestInvoiceReversal(
            this.CommandFor(happened), transfer.Certificate, transfer.Application, texts[Language.ZhCn, "invoice.reversal-refunded"], null, clock.GetCurrentInstant());
        await commands.Execute(request, CommandContext.System(Name) with { Causation = happened.Address }, cancellation).ConfigureAwait(false);
    }
}
