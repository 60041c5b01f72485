using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Reactions;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>
/// The same lives in two worlds: in one nothing ever fails, in the other the process dies within each act, where and how often the script says, and is begun
/// anew. After every act both have come to the same.
/// </summary>
internal sealed class CrashWalk : IAsyncDisposable
{
    private const int FaultsMax = 3;
    private const int SoonMax = 12;

    private readonly Process calm;
    private readonly Process stormy;
    private readonly Lives lives;
    private readonly Likeness likenessOfCalm;
    private readonly Likeness likenessOfStormy;
    private readonly int stepsMax;

    public CrashWalk(int stepsMax, Action<IServiceCollection>? defect = null)
    {
        this.stepsMax = stepsMax;
        (calm, stormy) = (new Process(defect), new Process(defect));
        lives = new Lives(calm);
        (likenessOfCalm, likenessOfStormy) = (new Likeness(calm), new Likeness(stormy));
    }

    public int Steps { get; private set; }

    public int Faults { get; private set; }

    public async Task Step(Choices choices)
    {
        if (Steps == stepsMax)
            return;
        Steps++;
        var offers = await lives.Offers(choices);
        var act = choices.Weighted([.. offers.Select(o => (o.Weight, o))]).Choose(choices);
        choices.Note(act.Name);
        Together();
        calm.World.Perils.Plan();
        await Do(act, calm);
        Plan(choices);
        await Do(act, stormy);
        foreach (var struck in stormy.World.Perils.Struck)
            Count(choices, struck);
        if (act.Begins is { } certificate)
            await lives.Look(certificate);
        await Likeness.Compare(likenessOfCalm, likenessOfStormy);
        await new Agreement(stormy).Holds();
    }

    public async ValueTask DisposeAsync()
    {
        await calm.DisposeAsync();
        await stormy.DisposeAsync();
    }

    private static async Task Do(Act act, Process process)
    {
        await act.Do(process);
        await process.Settle();
    }

    // What is rare is as likely to be struck as what is written all the time.
    private void Plan(Choices choices)
    {
        var writes = calm.World.Perils.Writes.Select((write, i) => (write.Step, At: i + 1)).ToList();
        if (writes is [])
        {
            stormy.World.Perils.Plan();
            return;
        }

        var step = choices.Pick([.. writes.Select(w => w.Step).Distinct()]);
        var at = choices.Pick([.. writes.Where(w => w.Step == step).Select(w => w.At)]);
        var further = choices.Int(FaultsMax - 1);
        var ways = choices.Int(63);
        var soon = choices.Int((SoonMax * SoonMax) - 1);
        Peril[] perils = [Way(at, ways), Way(1 + (soon % SoonMax), ways >> 2), Way(1 + (soon / SoonMax), ways >> 4)];
        stormy.World.Perils.Plan(perils.Take(1 + further));
        Lose(choices);
        foreach (var peril in perils.Take(1 + further))
            choices.Note($"{peril} (the first at {step})");
    }

    // Dying is what comes of most faults.
    private static Peril Way(int at, int ways) => new(at, (ways & 1) == 0 ? FaultKind.NotWritten : FaultKind.Written, (ways & 2) == 0);

    // Now and then the latest checkpoint is lost with the process.
    private void Lose(Choices choices)
    {
        var (loses, which, howFar) = (choices.Int(3) == 3, choices.Int(99), choices.Int(3));
        var reactions = stormy.Running.All<IReaction>().Select(r => r.Name).ToList();
        stormy.WhileDead = () =>
        {
            if (loses && stormy.World.Checkpoints.Lose(reactions, which, howFar) is { } lost)
                choices.Count($"checkpoint lost: {lost}");
        };
    }

    private void Count(Choices choices, Struck struck)
    {
        Faults++;
        choices.Count(struck.Peril.IsFatal ? "died" : "failed");
        choices.Count($"at {struck.Write.Place}");
        foreach (var step in struck.Under.Append(struck.Write.Step).Distinct())
            choices.Count(CrossStreamSteps.Label(step, struck.Peril.Kind));
    }

    // Whoever was held up by a pause has the same time again when the next act begins.
    private void Together()
    {
        var now = Instant.Max(calm.Now, stormy.Now);
        var next = Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 60 + 1) * 60);
        calm.World.Clock.Set(next);
        stormy.World.Clock.Set(next);
    }
}
