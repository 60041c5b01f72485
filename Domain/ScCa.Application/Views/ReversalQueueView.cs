using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Invoices;

namespace ScCa.Application.Views;

/// <summary>An invoice that is to be taken back and is not yet.</summary>
/// <param name="Failure">The platform's code, where the latest attempt has failed.</param>
/// <param name="Attempts">How often it was asked for.</param>
public sealed record ReversalRow(string Certificate, int Application, string Reason, Instant RequestedAt, string? Failure, int Attempts)
{
    /// <summary>When the latest attempt was found to have failed.</summary>
    public Instant? FailedAt { get; init; }
}

/// <summary>Reversals of invoices that are under way or have failed, oldest first (D4).</summary>
public sealed class ReversalQueueView : IView
{
    public const string ViewName = "reversal-queue";
    public const string Pending = "pending";

    public string Name => ViewName;

    public int Version => 2;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        InvoiceReversalRequested e => [Key(happened, e.Application)],
        InvoiceReversalFailed e => [Key(happened, e.Application)],
        InvoiceReversed e => [Key(happened, e.Application)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case InvoiceReversalRequested e:
                var before = rows.Get<ReversalRow>(Key(happened, e.Application));
                Put(rows, happened, new ReversalRow(happened.StreamKey, e.Application, e.Reason, before?.RequestedAt ?? e.At, null, (before?.Attempts ?? 0) + 1));
                break;
            case InvoiceReversalFailed e when rows.Get<ReversalRow>(Key(happened, e.Application)) is { } row:
                Put(rows, happened, row with { Failure = e.Code, FailedAt = e.At });
                break;
            case InvoiceReversed e:
                rows.Delete(Key(happened, e.Application));
                break;
        }
    }

    private static void Put(Rows rows, RecordedEvent happened, ReversalRow row) =>
        rows.Put(Key(happened, row.Application), Pending, SortKeys.Of(row.RequestedAt), row);

    private static string Key(RecordedEvent happened, int application) => $"{happened.StreamKey}/{application}";
}

/// <summary>Asks the view.</summary>
public sealed class ReversalQueueReader(IViewStore store)
{
    /// <summary>All of them, page after page.</summary>
    public IAsyncEnumerable<ReversalRow> EveryPending(CancellationToken cancellation) =>
        EveryRow.Of<ReversalRow>(store, ReversalQueueView.ViewName, ReversalQueueView.Pending, null, cancellation);

    public async Task<IReadOnlyList<ReversalRow>> Pending(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(ReversalQueueView.ViewName, ReversalQueueView.Pending, null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ReversalRow>)];
    }
}
