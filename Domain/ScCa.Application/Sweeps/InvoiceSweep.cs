using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Views;
using ScCa.Domain;

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
            var settled = row.FailedAt is not { } failed
                ? await reversals.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false)
                : IsOfAnEarlierDay(failed, asOf) && await reversals.Retry(row.Certificate, row.Application, cancellation).ConfigureAwait(false);
            taken += settled ? 1 : 0;
        }

        return taken;
    }

    // However often a night is run, after a crash or by hand, it uses up one attempt.
    private static bool IsOfAnEarlierDay(Instant failed, Instant asOf) => Shanghai.DateOf(failed) < Shanghai.DateOf(asOf);
}
