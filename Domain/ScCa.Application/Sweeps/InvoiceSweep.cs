using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Views;

namespace ScCa.Application.Sweeps;

/// <summary>Follows invoices that were not issued when they were asked for (D4).</summary>
public sealed class InvoiceSweep(InvoiceIntake invoices, DueIndexReader due) : ISweep
{
    private const int BatchMax = 500;

    public string Name => "invoice-sweep";

    public async Task<int> Run(Instant asOf, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var row in await due.Invoices(BatchMax, cancellation).ConfigureAwait(false))
            taken += await invoices.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false) ? 1 : 0;
        return taken;
    }
}
