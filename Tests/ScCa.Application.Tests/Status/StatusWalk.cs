using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Status;
using ScCa.Application.Tests.Crashes;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Stores.Memory;
using ScCa.Testing;

namespace ScCa.Application.Tests.Status;

/// <summary>
/// Random lives, in which now and then a signature's outcome is lost; after each act somebody asks over a view that has come as far as it likes, and somebody
/// who has asked before asks again.
/// </summary>
internal sealed class StatusWalk : IAsyncDisposable
{
    private readonly Process process = new();
    private readonly Lives lives;
    private readonly MemoryStores stores = new();
    private readonly CertificateStatuses before;
    private readonly int stepsMax;
    private int steps;

    public StatusWalk(int stepsMax) => (this.stepsMax, lives, before) = (stepsMax, new Lives(process), new CertificateStatuses(process.World.Stores.Events, stores.Views));

    private IEventStore Events => process.World.Stores.Events;

    public async Task Step(Choices choices)
    {
        if (steps++ >= stepsMax)
            return;
        var offers = await lives.Offers(choices);
        var act = choices.Weighted([.. offers.Select(o => (o.Weight, o))]).Choose(choices);
        choices.Note(act.Name);
        process.World.Perils.Plan(choices.Int(2) == 2 ? [new Peril(1 + choices.Int(40), FaultKind.Written, choices.Bool())] : []);
        await act.Do(process);
        await process.Settle();
        if (act.Begins is { } certificate)
            await lives.Look(certificate);
        await CatchUpTo(choices.Int((int)await Events.LastPosition(CancellationToken.None)));
        using var fresh = new CertificateStatuses(Events, stores.Views);
        await Agrees(fresh, Events, choices);
        await Agrees(before, Events, choices);
        await AgreedThen(choices);
    }

    public async ValueTask DisposeAsync()
    {
        before.Dispose();
        await process.DisposeAsync();
    }

    // At some moment of these lives, where much was intended that has come to its end since.
    private async Task AgreedThen(Choices choices)
    {
        var all = await Events.ReadAll(0, int.MaxValue, CancellationToken.None);
        // What one command made is there whole or not at all.
        var between = all.Where((e, i) => i + 1 == all.Count || (all[i + 1].Stream, all[i + 1].CommandId) != (e.Stream, e.CommandId)).Select(e => e.Position).ToList();
        var events = new EventsUpTo(Events, between is [] ? 0 : choices.Pick(between));
        var views = new MemoryStores().Views;
        var position = choices.Int((int)await events.LastPosition(CancellationToken.None));
        await new ViewRunner(new EventsUpTo(Events, position), views, [new SerialsView()]).CatchUp(CancellationToken.None);
        using var then = new CertificateStatuses(events, views);
        await Agrees(then, events, choices);
    }

    private async Task Agrees(CertificateStatuses statuses, IEventStore events, Choices choices)
    {
        var executor = new CommandExecutor(events, process.Get<PolicyBook>(), process.World.Clock);
        var said = new List<(SerialNumber Serial, RevocationReason? Reason, bool IsIntended)>();
        foreach (var certificate in lives.Certificates)
            said.AddRange(SerialsAsFolded.Of(await executor.State<Certificate>(certificate, CancellationToken.None)));
        foreach (var one in said)
        {
            choices.Count(one.IsIntended ? "intended" : one.Reason?.ToString() ?? "good");
            Same(SerialsAsFolded.Shown(one), SerialsAsFolded.Shown(one.Serial, await statuses.Find(one.Serial, CancellationToken.None)));
        }

        var listed = new List<string>();
        await foreach (var status in statuses.Revoked(NodaTime.Instant.MinValue, CancellationToken.None))
            listed.Add(SerialsAsFolded.Shown(status.Serial, status));
        Same(
            string.Join('\n', said.Where(s => s.Reason is not null).Select(SerialsAsFolded.Shown).Order(StringComparer.Ordinal)),
            string.Join('\n', listed.Order(StringComparer.Ordinal)));
    }

    // Only ever forwards: a view that falls back is one that is made anew.
    private Task<int> CatchUpTo(int position) => new ViewRunner(new EventsUpTo(Events, position), stores.Views, [new SerialsView()]).CatchUp(CancellationToken.None);

    private static void Same(string folded, string answered)
    {
        if (folded != answered)
            throw new TestFailedException($"The streams and the answers differ:\n{LineDiff.Between(folded, answered)}");
    }
}
