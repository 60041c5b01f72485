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
        var rows = await due.Invoices(BatchMax, cancellation).ConfigureAwait(false);
        foreach (var row in rows)
            await invoices.Pursue(row.Certificate, row.Application, cancellation).ConfigureAwait(false);
        return rows.Count;
    }
}
