using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Views;

namespace ScCa.Application.Sweeps;

/// <summary>Follows invoices that were not issued, and reversals that were not done, when they were asked for; a reversal that failed is asked for anew (D4).</summary>
public sealed class InvoiceSweep(InvoiceIntake invoices, InvoiceReversals reversals, DueIndexReader due, ReversalQueueReader queue) : ISweep
{
    public string Name => "invoice-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var taken = 0;
        await foreach (var row in due.EveryInvoice(cancellation).ConfigureAwait(false))
            taken += await invoices.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false) ? 1 : 0;
        await foreach (var row in queue.EveryPending(cancellation).ConfigureAwait(false))
        {
            var settled = row.Failure is null
                ? await reversals.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false)
                : await reversals.Retry(row.Certificate, row.Application, cancellation).ConfigureAwait(false);
            taken += settled ? 1 : 0;
        }

        return taken;
    }
}
