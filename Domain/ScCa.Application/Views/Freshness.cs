using System.Diagnostics;

namespace ScCa.Application.Views;

/// <summary>Lets a page wait, shortly, until the views show what it has just done.</summary>
public sealed class Freshness(ViewRunner views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>Whether the views came so far in time; where not, the page shows what there is.</summary>
    public async Task<bool> WaitFor(long position, CancellationToken cancellation)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience;)
        {
            if (await views.ReachedByAll(cancellation).ConfigureAwait(false) >= position)
                return true;
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }

        return false;
    }
}
