using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ScCa.Composition.Working;

/// <summary>The worker: round after round. What fails is logged and tried again; it never ends the host.</summary>
internal sealed partial class WorkerLoop(
    WorkerRound round, ScCaOptions options, DataFolder folder, WorkerState state, IClock clock, ILogger<WorkerLoop> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeasePause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var lease = await Lease(stoppingToken).ConfigureAwait(false);
            state.IsLeading = true;
            while (!stoppingToken.IsCancellationRequested)
                await Task.Delay(await Round(stoppingToken).ConfigureAwait(false) ? Quiet : AfterFailure, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping: whatever was under way is taken up at the next start.
        }
        finally
        {
            state.IsLeading = false;
        }
    }

    private async Task<bool> Round(CancellationToken stopping)
    {
        try
        {
            await round.Run(stopping).ConfigureAwait(false);
            state.LastRoundAt = clock.GetCurrentInstant();
            return true;
        }
        catch (Exception reason) when (!stopping.IsCancellationRequested)
        {
            LogFailed(log, reason);
            return false;
        }
    }

    private async Task<WorkerLease> Lease(CancellationToken stopping)
    {
        if (options.Store == StoreKind.Memory)
            return WorkerLease.NotNeeded;
        folder.Create();
        for (var told = false; ; told = true)
        {
            if (WorkerLease.TryTake(folder.WorkerLease) is { } lease)
                return lease;
            if (!told)
                LogStandby(log, folder.WorkerLease);
            await Task.Delay(LeasePause, stopping).ConfigureAwait(false);
        }
    }

    [LoggerMessage(30, LogLevel.Error, "A round of the worker failed; it will be tried again")]
    private static partial void LogFailed(ILogger log, Exception reason);

    [LoggerMessage(32, LogLevel.Information, "Another worker holds {Lease}; standing by")]
    private static partial void LogStandby(ILogger log, string lease);
}

/// <summary>What the health page says about the worker.</summary>
internal sealed class WorkerState
{
    public bool IsLeading { get; set; }

    public Instant? LastRoundAt { get; set; }
}
