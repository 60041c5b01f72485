using System.Runtime.CompilerServices;
using ScCa.Application.Ports;

namespace ScCa.Application.Views;

/// <summary>Walks through a partition page after page, so that nothing that stays where it is keeps what comes behind it from being seen.</summary>
internal static class EveryRow
{
    public const int PageSize = 500;

    /// <summary>Every row up to <paramref name="to"/> (null: open). A row that moves while the walk is on is seen where it is when the walk comes by.</summary>
    public static async IAsyncEnumerable<TRow> Of<TRow>(
        IViewStore store, string view, string partition, string? to, [EnumeratorCancellation] CancellationToken cancellation) where TRow : class
    {
        var page = await store.Query(view, partition, null, to, PageSize, cancellation).ConfigureAwait(false);
        while (page.Count > 0)
        {
            foreach (var row in page)
                yield return Rows.Read<TRow>(row);
            page = await store.QueryAfter(view, partition, new ViewPlace(page[^1].Sort, page[^1].Key), to, PageSize, cancellation).ConfigureAwait(false);
        }
    }
}
