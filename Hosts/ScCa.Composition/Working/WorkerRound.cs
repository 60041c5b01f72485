using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using ScCa.Application;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Composition.Authority;
using ScCa.Domain;

namespace ScCa.Composition.Working;

/// <summary>
/// One round of a worker that stays: all that follows from what has happened, the sweep where the day in Shanghai has had none, and the lists that are due; once a
/// day it tells what people have to see to. The day is remembered in the store, so that a start walks through nothing that was swept before; a sweep that failed is
/// not, and is made again.
/// </summary>
public sealed partial class WorkerRound(
    WorkCycle cycle, NightlySweep sweep, DueLists lists, AuthorityTeller authority, IReactionCheckpoints checkpoints, IClock clock, ILogger<WorkerRound> log)
{
    private const string SweptDay = "nightly-sweep";

    private LocalDate? sweptFor;

    public async Task Run(CancellationToken cancellation)
    {
        await cycle.Run(cancellation).ConfigureAwait(false);
        await SweepOnceADay(cancellation).ConfigureAwait(false);
        await lists.Run(cancellation).ConfigureAwait(false);
    }

    private async Task SweepOnceADay(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var today = Shanghai.DateOf(now);
        if (sweptFor == today)
            return;
        // Equal, not at least: a clock that was ahead for an hour must not keep the sweeps away until it is caught up with.
        if (await checkpoints.Load(SweptDay, cancellation).ConfigureAwait(false) == Reminders.DayNumber(today))
            LogSweptBefore(log, LocalDatePattern.Iso.Format(today));
        else
            await Sweep(now, today, cancellation).ConfigureAwait(false);
        authority.Tell();
        sweptFor = today;
    }

    private async Task Sweep(Instant now, LocalDate today, CancellationToken cancellation)
    {
        var night = await sweep.Run(now, cancellation).ConfigureAwait(false);
        await checkpoints.Save(SweptDay, Reminders.DayNumber(today), cancellation).ConfigureAwait(false);
        LogSwept(log, LocalDatePattern.Iso.Format(today), night.ToString());
    }

    [LoggerMessage(31, LogLevel.Information, "Swept for {Day}: {Night}")]
    private static partial void LogSwept(ILogger log, string day, string night);

    [LoggerMessage(33, LogLevel.Information, "{Day} was swept before this start")]
    private static partial void LogSweptBefore(ILogger log, string day);
}
