using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Views;

/// <summary>A refund that has not gone out.</summary>
/// <param name="Received">What came in under the reference.</param>
/// <param name="Request">The address of the event that asked for it.</param>
public sealed record RefundRow(
    string Reference, PaymentMeans Means, ShownName Payer, string Received, string Amount, RefundCause Cause, Instant RequestedAt, string Request)
{
    public string PayerName => Payer.Text;

    public string MeansName => Means.ToString();

    public string CauseName => Cause.ToString();
}

/// <summary>Refunds to be paid out, oldest first.</summary>
public sealed class RefundQueueView : IView
{
    public const string ViewName = "refund-queue";
    public const string PendingPartition = "pending";
    private const string Payers = "payers";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is TransferEvent e ? [PayerKey(e), RefundKey(e)] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case TransferReceived e:
                rows.Put(PayerKey(e), Payers, "", new PayerFacts(e.Means, ShownName.Of(e.Payer), e.Amount.Value));
                break;
            case RefundRequested e when rows.Get<PayerFacts>(PayerKey(e)) is { } payer:
                rows.Put(
                    RefundKey(e), PendingPartition, SortKeys.Of(e.At),
                    new RefundRow(e.Reference.Value, payer.Means, payer.Name, payer.Received, e.Amount.Value, e.Cause, e.At, happened.Address));
                break;
            case TransferRefunded or RefundFailed:
                rows.Delete(RefundKey((TransferEvent)happened.Body));
                break;
        }
    }

    private static string PayerKey(TransferEvent e) => $"payer/{e.Reference.Value}";

    private static string RefundKey(TransferEvent e) => $"refund/{e.Reference.Value}";

    private sealed record PayerFacts(PaymentMeans Means, ShownName Name, string Received);
}

/// <summary>Asks the view.</summary>
public sealed class RefundQueueReader(IViewStore store, ShownNames names)
{
    private const int QueueMax = 1000;

    /// <summary>Every refund that has not gone out, oldest first; whose it is stays sealed.</summary>
    public IAsyncEnumerable<RefundRow> EveryPending(CancellationToken cancellation) =>
        EveryRow.Of<RefundRow>(store, RefundQueueView.ViewName, RefundQueueView.PendingPartition, to: null, cancellation);

    public async Task<IReadOnlyList<RefundRow>> Pending(CancellationToken cancellation)
    {
        var rows = await store.Query(RefundQueueView.ViewName, RefundQueueView.PendingPartition, null, null, QueueMax, cancellation).ConfigureAwait(false);
        return await names.Open(rows.Select(Rows.Read<RefundRow>), r => r.Payer, (r, n) => r with { Payer = n }, cancellation).ConfigureAwait(false);
    }
}
