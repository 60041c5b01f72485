using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Views;

/// <summary>A parcel of a batch; the tracking number once it is posted.</summary>
public sealed record BatchParcelRow(string Certificate, int Application, string? TrackingNumber);

/// <summary>The parcels of one posting day, in the order in which they came.</summary>
public sealed record BatchRow(LocalDate Date, bool IsClosed, IReadOnlyList<BatchParcelRow> Parcels);

/// <summary>What is posted together on each day (D1).</summary>
public sealed class BatchView : IView
{
    public const string ViewName = "batches";
    public const string All = "all";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is BatchEvent e ? [DispatchBatch.KeyOf(e.Date)] : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Body is not BatchEvent e)
            return;
        var key = DispatchBatch.KeyOf(e.Date);
        var row = rows.Get<BatchRow>(key) ?? new BatchRow(e.Date, IsClosed: false, []);
        rows.Put(key, All, SortKeys.Of(e.Date), Next(row, e));
    }

    private static BatchRow Next(BatchRow row, BatchEvent happened) => happened switch
    {
        ParcelAdded e => row with { Parcels = [.. row.Parcels, new BatchParcelRow(e.Certificate.Value, e.Application, TrackingNumber: null)] },
        ParcelRemoved e => row with { Parcels = [.. row.Parcels.Where(p => (p.Certificate, p.Application) != (e.Certificate.Value, e.Application))] },
        BatchClosed => row with { IsClosed = true },
        ParcelPosted e => row with
        {
            Parcels = [.. row.Parcels.Select(p =>
                (p.Certificate, p.Application) == (e.Certificate.Value, e.Application) ? p with { TrackingNumber = e.TrackingNumber } : p)],
        },
        _ => row,
    };
}

/// <summary>Asks the view.</summary>
public sealed class BatchReader(IViewStore store)
{
    public async Task<BatchRow?> Find(LocalDate date, CancellationToken cancellation) =>
        await store.Find(BatchView.ViewName, DispatchBatch.KeyOf(date), cancellation).ConfigureAwait(false) is { } row ? Rows.Read<BatchRow>(row) : null;

    /// <summary>The latest posting days, the latest first; a day that is over and came to nothing is passed over.</summary>
    public async Task<IReadOnlyList<BatchRow>> Latest(LocalDate today, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(BatchView.ViewName, BatchView.All, null, null, int.MaxValue, cancellation).ConfigureAwait(false);
        return [.. rows.Reverse().Select(Rows.Read<BatchRow>).Where(batch => batch.Parcels.Count > 0 || batch.Date >= today).Take(max)];
    }
}
