using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Views;

/// <summary>A refund that was asked for and has not gone out.</summary>
public sealed record RefundRow(string Reference, PaymentMeans Means, ShownName Payer, string Received, string Amount, string Cause, Instant RequestedAt)
{
    public string PayerName => Payer.Text;

    public string MeansName => Means.ToString();
}

/// <summary>Refunds on their way, the oldest first (P1, P2, A3).</summary>
public sealed class RefundsView : IView
{
    public const string ViewName = "refunds";
    public const string Waiting = "waiting";
    private const string Quiet = "quiet";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is TransferEvent e ? [e.Reference.Value] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        var key = ((TransferEvent)happened.Body).Reference.Value;
        var row = rows.Get<RefundRow>(key);
        switch (happened.Body)
        {
            case TransferReceived e:
                rows.Put(key, Quiet, key, new RefundRow(key, e.Means, ShownName.Of(e.Payer), e.Amount.Value, "0.00", "", e.At));
                break;
            case RefundRequested e when row is not null:
                rows.Put(key, Waiting, SortKeys.Of(e.At), row with { Amount = e.Amount.Value, Cause = e.Cause.ToString(), RequestedAt = e.At });
                break;
            case RefundFailed or TransferRefunded when row is not null:
                rows.Put(key, Quiet, key, row);
                break;
        }
    }
}

/// <summary>Asks the view.</summary>
public sealed class RefundsReader(IViewStore store, ShownNames names)
{
    public async Task<IReadOnlyList<RefundRow>> Waiting(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(RefundsView.ViewName, RefundsView.Waiting, null, null, max, cancellation).ConfigureAwait(false);
        return await names.Open(rows.Select(Rows.Read<RefundRow>), r => r.Payer, (r, n) => r with { Payer = n }, cancellation).ConfigureAwait(false);
    }
}
