using System.Globalization;
using NodaTime;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Sweeps;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>
/// Fills a demonstration's folder with certificates that have lived for years: applied for, issued, changed, renewed, expired, revoked, each step taken
/// through the real commands while the clock moves. The same number and seed make the same holders, applications and days.
/// </summary>
public sealed class DemoPopulation(
    CommandExecutor executor, SelfServiceHall hall, WindowDesk window, ReviewDesk review, DispatchDesk dispatch, FinanceDesk finance, NightlySweep sweep,
    WorkCycle work, DemoDesk desk, DemoOffice office, PolicyBook policies)
{
    /// <summary>The first day, early enough for seals of the old format and for certificates that have expired since.</summary>
    public static LocalDate FirstDay { get; } = new(2023, 9, 1);

    /// <summary>The last day: what is under way then stays so.</summary>
    public static LocalDate LastDay { get; } = new(2026, 11, 20);

    private const int RoundsMax = 16;
    private const int UnfinishedDays = 12;
    private const int SweepEveryDays = 7;
    private static readonly Duration BetweenRounds = Duration.FromMinutes(25);

    private readonly SortedDictionary<LocalDate, List<Plan>> agenda = [];
    private readonly SortedDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private LocalDate nextSweep = FirstDay;

    /// <param name="progress">Told the day that is lived.</param>
    public async Task<PopulationReport> Make(int count, long seed, Action<LocalDate> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var dice = new Dice(seed);
        var inhabitants = new Inhabitants(policies, dice, FirstDay, LastDay).Make(count);
        var counter = new Counter(policies, hall, window, desk, dice);
        var futures = new Futures(policies, dice);
        foreach (var who in inhabitants)
            Note(new Plan(who.AppliesOn, who, Operation.New));
        while (agenda.Count > 0 && agenda.First() is var (day, plans) && day <= LastDay)
        {
            agenda.Remove(day);
            progress(day);
            await SweepUntil(day, cancellation).ConfigureAwait(false);
            desk.MoveClockTo(Shanghai.StartOf(day) + Duration.FromHours(9));
            await Live(day, plans, counter, futures, dice, cancellation).ConfigureAwait(false);
        }

        await SweepUntil(LastDay, cancellation).ConfigureAwait(false);
        return await Census.Of(executor, inhabitants, refusals, cancellation).ConfigureAwait(false);
    }

    private async Task Live(LocalDate day, List<Plan> plans, Counter counter, Futures futures, Dice dice, CancellationToken cancellation)
    {
        var active = new List<Plan>();
        foreach (var plan in plans)
        {
            if (await Begin(plan, day, counter, dice, cancellation).ConfigureAwait(false))
                active.Add(plan);
        }

        for (var round = 0; round < RoundsMax && active.Count > 0; round++)
        {
            await work.Run(cancellation).ConfigureAwait(false);
            desk.MoveClockTo(desk.Now + BetweenRounds);
            var waiting = new List<Plan>();
            foreach (var plan in active)
            {
                if (await Step(plan, cancellation).ConfigureAwait(false))
                    waiting.Add(plan);
                else
                    await Finish(plan, day, futures, cancellation).ConfigureAwait(false);
            }

            active = waiting;
        }

        await work.Run(cancellation).ConfigureAwait(false);
    }

    private async Task<bool> Begin(Plan plan, LocalDate day, Counter counter, Dice dice, CancellationToken cancellation)
    {
        var who = plan.Who;
        var state = who.Certificate.Length == 0 ? Certificate.Initial : await executor.State<Certificate>(who.Certificate, cancellation).ConfigureAwait(false);
        if (state is RevokedCertificate || counter.WayOf(plan, state, day, LastDay) is not var (way, open))
            return false;
        if (open > day)
        {
            Note(plan with { On = open });
            return false;
        }

        var taken = await counter.HandIn(plan, way, day, cancellation).ConfigureAwait(false);
        if (taken.IsRefused)
        {
            Count(taken.Refusal);
            return false;
        }

        who.Certificate = taken.Value.Certificate;
        who.StepsLeft = plan.Operation == Operation.New && who.Fate != NewFate.Issued ? 1
            : Period.DaysBetween(day, LastDay) <= UnfinishedDays ? dice.Of(8, string.Create(CultureInfo.InvariantCulture, $"{who.Number}:{plan.Operation}:left"))
            : null;
        return true;
    }

    // False where nobody has anything to do for it any more, or nobody does.
    private async Task<bool> Step(Plan plan, CancellationToken cancellation)
    {
        var who = plan.Who;
        if (plan.Operation == Operation.New && who.Fate == NewFate.Rejected)
        {
            Count((await review.Reject($"demo:{who.Number}:reject", who.Certificate, 1, "demo-reviewer", "演示：不符合办理条件", cancellation).ConfigureAwait(false)).Refusal);
            return false;
        }

        // The worker comes round only where people can do no more: a round costs the same for one application as for hundreds.
        var steps = 0;
        while (who.StepsLeft != 0 && await office.Advance(who.Certificate, who.Payer, cancellation).ConfigureAwait(false) is { } done)
        {
            steps++;
            who.StepsLeft--;
            Count(done.Refusal);
            if (done.IsRefused)
                return false;
            if (done.Value.AwaitsWorker)
                break;
        }

        return steps > 0;
    }

    private async Task Finish(Plan plan, LocalDate day, Futures futures, CancellationToken cancellation)
    {
        var who = plan.Who;
        if (plan.Operation == Operation.New && who.Fate == NewFate.Withdrawn)
            Count((await hall.Withdraw($"demo:{who.Number}:withdraw", who.Certificate, 1, who.Phone, withRefund: true, cancellation).ConfigureAwait(false)).Refusal);
        if (await executor.State<Certificate>(who.Certificate, cancellation).ConfigureAwait(false) is not IssuedCertificate { Open: null, Grant: null } certificate)
            return;
        if (plan.Operation == Operation.Change && who.Unit is { } name)
            who.Unit = Counter.NewName(name);
        foreach (var next in plan.Operation == Operation.New ? futures.AfterIssue(who, certificate, day) : [])
            Note(next);
        foreach (var next in futures.After(who, plan.Operation, certificate, day))
            Note(next);
    }

    private async Task SweepUntil(LocalDate day, CancellationToken cancellation)
    {
        for (; nextSweep <= day; nextSweep = nextSweep.PlusDays(SweepEveryDays))
        {
            desk.MoveClockTo(Shanghai.StartOf(nextSweep) + Duration.FromHours(3));
            await sweep.Run(desk.Now, cancellation).ConfigureAwait(false);
            await PostAndInvoice(nextSweep, cancellation).ConfigureAwait(false);
            await work.Run(cancellation).ConfigureAwait(false);
        }
    }

    // What is promised by today is done; the queues show the earliest promises first.
    private async Task PostAndInvoice(LocalDate day, CancellationToken cancellation)
    {
        foreach (var parcel in (await dispatch.Queue("demo-dispatch", cancellation).ConfigureAwait(false)).Value!.Where(p => p.IsIssued && p.PostBy <= day))
        {
            Count((await dispatch.Post($"demo:{parcel.Certificate}:post", parcel.Certificate, $"DEMO-{parcel.Certificate[2..10]}", "demo-dispatch", cancellation)
                .ConfigureAwait(false)).Refusal);
        }

        foreach (var due in (await finance.Invoices("demo-finance", cancellation).ConfigureAwait(false)).Value!.Where(i => i.DueBy <= day))
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"DEMO-{due.Certificate[2..10]}-{due.Application}");
            Count((await finance.RecordInvoice($"demo:{due.Certificate}:{due.Application}:invoice", due.Certificate, due.Application, number, "demo-finance", cancellation)
                .ConfigureAwait(false)).Refusal);
        }
    }

    private void Note(Plan plan)
    {
        if (!agenda.TryGetValue(plan.On, out var day))
            agenda[plan.On] = day = [];
        day.Add(plan);
    }

    private void Count(RefusalText? refusal)
    {
        if (refusal is not null)
            refusals[$"{refusal.Rule} {refusal.Code}"] = refusals.GetValueOrDefault($"{refusal.Rule} {refusal.Code}") + 1;
    }
}
