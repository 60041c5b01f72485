using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Views;

namespace ScCa.Application.Sweeps;

/// <summary>Follows invoices that were not issued when they were asked for (D4).</summary>
public sealed class InvoiceSweep(InvoiceIntake invoices, DueIndexReader due) : ISweep
{
    public string Name => "invoice-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var taken = 0;
        await foreach (var row in due.EveryInvoice(cancellation).ConfigureAwait(false))
            taken += await invoices.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false) ? 1 : 0;
        return taken;
    }
}
