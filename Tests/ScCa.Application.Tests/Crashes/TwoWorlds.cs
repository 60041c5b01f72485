using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Reactions;

namespace ScCa.Application.Tests.Crashes;

/// <summary>
/// The same acts in two worlds: in one nothing ever fails, in the other what is planned by what the first has written. After every act both have come to the same.
/// </summary>
internal sealed class TwoWorlds : IAsyncDisposable
{
    private readonly Likeness likenessOfCalm;
    private readonly Likeness likenessOfStormy;

    public TwoWorlds(Action<IServiceCollection>? defect = null)
    {
        (Calm, Stormy) = (new Process(defect), new Process(defect));
        (likenessOfCalm, likenessOfStormy) = (new Likeness(Calm), new Likeness(Stormy));
    }

    public Process Calm { get; }

    public Process Stormy { get; }

    public IReadOnlyList<string> Reactions => [.. Calm.Running.All<IReaction>().Select(r => r.Name)];

    public async Task Do(Act act, Func<IReadOnlyList<Write>, IEnumerable<Peril>> plan)
    {
        Together();
        Calm.World.Perils.Plan();
        await Do(act, Calm);
        Stormy.World.Perils.Plan(plan(Calm.World.Perils.Writes));
        await Do(act, Stormy);
    }

    public async Task Agree()
    {
        await Likeness.Compare(likenessOfCalm, likenessOfStormy);
        await new Agreement(Stormy).Holds();
    }

    public async ValueTask DisposeAsync()
    {
        await Calm.DisposeAsync();
        await Stormy.DisposeAsync();
    }

    private static async Task Do(Act act, Process process)
    {
        await act.Do(process);
        await process.Settle();
    }

    // Whoever was held up by a pause has the same time again when the next act begins.
    private void Together()
    {
        const int SecondsPerMinute = 60;
        var now = Instant.Max(Calm.Now, Stormy.Now);
        var next = Instant.FromUnixTimeSeconds(((now.ToUnixTimeSeconds() / SecondsPerMinute) + 1) * SecondsPerMinute);
        Calm.World.Clock.Set(next);
        Stormy.World.Clock.Set(next);
    }
}
