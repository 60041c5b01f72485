using ScCa.Application.Views;

namespace ScCa.Application.Sweeps;

/// <summary>Works through rows that have fallen due, batch after batch, until nothing more can be settled.</summary>
internal static class DueRows
{
    public const int BatchSize = 500;

    public static async Task<int> Settle<TRow>(
        ViewRunner views, Func<Task<IReadOnlyList<TRow>>> due, Func<TRow, Task<bool>> settle, CancellationToken cancellation)
    {
        var settled = 0;
        while (await due().ConfigureAwait(false) is { Count: > 0 } rows)
        {
            var before = settled;
            foreach (var row in rows)
                settled += await settle(row).ConfigureAwait(false) ? 1 : 0;
            await views.CatchUp(cancellation).ConfigureAwait(false);
            // Rows that no command can settle would come back for ever: they wait for the next night.
            if (settled == before)
                break;
        }

        return settled;
    }
}
