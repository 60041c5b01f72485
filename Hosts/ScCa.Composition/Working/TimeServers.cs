using Microsoft.Extensions.Hosting;
using ScCa.Issuance.Timestamps;

namespace ScCa.Composition.Working;

/// <summary>Asks the time servers again and again, so that a timestamp finds answers that are fresh.</summary>
internal sealed class TimeServers(IReadOnlyList<SntpClockSource> sources) : BackgroundService
{
    // RFC 4330 §10: no more often than every 64 seconds.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(64);

    public IReadOnlyList<SntpClockSource> Sources => sources;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(sources.Select(source => source.Refresh(stoppingToken))).ConfigureAwait(false);
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
