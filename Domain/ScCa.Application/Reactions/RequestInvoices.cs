using ScCa.Application.Events;
using ScCa.Application.Intake;
using ScCa.Domain.Invoices;

namespace ScCa.Application.Reactions;

/// <summary>A promised invoice is asked for at once (D4); one that is not issued at once is followed by the sweep.</summary>
public sealed class RequestInvoices(InvoiceIntake invoices) : IReaction
{
    public string Name => "request-invoices";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body is InvoicePromised promised
        ? invoices.Pursue(happened.StreamKey, promised.Application, cancellation)
        : Task.CompletedTask;
}
