using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Composition.Authority;
using ScCa.Composition.StandIns;

namespace ScCa.Composition.Working;

/// <summary>What one round did.</summary>
/// <param name="AsOf">The instant it swept for.</param>
/// <param name="EventsWritten">0 where all had been done before.</param>
/// <param name="LastPosition">The position of the newest event.</param>
public sealed record SingleRoundReport(Instant AsOf, long EventsWritten, int ExpiriesNoted, long LastPosition);

/// <summary>One round of the worker and the nightly sweep, for whoever runs them by a timer of his own. Run again, it writes nothing.</summary>
public sealed class SingleRound
{
    private readonly IServiceProvider services;

    internal SingleRound(IServiceProvider services) => this.services = services;

    /// <summary>Works until all is quiet and sweeps as of an instant, now where none is given. A demonstration's clock is moved ahead to a later one.</summary>
    /// <exception cref="StartUpRefusedException">Another worker is at work on this folder, or the instant has not come yet.</exception>
    public async Task<SingleRoundReport> Run(Instant? asOf, CancellationToken cancellation)
    {
        using var lease = Lease();
        var at = Reach(asOf);
        var events = services.GetRequiredService<IEventStore>();
        var before = await events.LastPosition(cancellation).ConfigureAwait(false);
        var cycle = services.GetRequiredService<WorkCycle>();
        await cycle.Run(cancellation).ConfigureAwait(false);
        var night = await services.GetRequiredService<NightlySweep>().Run(at, cancellation).ConfigureAwait(false);
        // What follows from an expiry is not left to the next round.
        await cycle.Run(cancellation).ConfigureAwait(false);
        services.GetRequiredService<AuthorityTeller>().Tell();
        var after = await events.LastPosition(cancellation).ConfigureAwait(false);
        return new SingleRoundReport(at, after - before, night.Expiries, after);
    }

    private Instant Reach(Instant? asOf)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        if (asOf is not { } at || at <= now)
            return asOf ?? now;
        // Expiry is a fact about a time that has come: noted ahead of it, a renewal in between would be overtaken.
        if (services.GetService<DemoDesk>() is not { } desk)
            throw new StartUpRefusedException(StartUpRefusal.AsOfInTheFuture(at.ToString()));
        desk.MoveClockTo(at);
        return at;
    }

    private WorkerLease Lease()
    {
        if (services.GetRequiredService<ScCaOptions>().Store == StoreKind.Memory)
            return WorkerLease.NotNeeded;
        var folder = services.GetRequiredService<DataFolder>();
        folder.Create();
        return WorkerLease.TryTake(folder.WorkerLease) ?? throw new StartUpRefusedException(StartUpRefusal.AnotherWorkerLeads(folder.Root));
    }
}
