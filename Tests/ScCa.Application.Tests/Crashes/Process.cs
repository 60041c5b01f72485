using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Reactions;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A world and the process at work in it, which is begun anew whenever it dies: whoever asked it for something asks again, and the work goes on.</summary>
internal sealed class Process : IAsyncDisposable
{
    // Far more rounds than faults are planned: whoever comes to it never comes to an end.
    private const int RoundsMax = 60;

    private readonly Action<IServiceCollection>? defect;
    private readonly List<string> told = [];

    public Process(Action<IServiceCollection>? defect = null, RealOffices? real = null)
    {
        this.defect = defect;
        World = new OutsideWorld(real);
        Running = new RunningApplication(World, defect);
    }

    public OutsideWorld World { get; }

    public RunningApplication Running { get; private set; }

    /// <summary>What everybody who asked for something was answered.</summary>
    public IReadOnlyList<string> Told => told;

    /// <summary>What is done to the world between a death and the new beginning.</summary>
    public Action WhileDead { get; set; } = () => { };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Instant Now => World.Clock.GetCurrentInstant();

    public T Get<T>() where T : notnull => Running.Get<T>();

    public Task<T> State<T>(string key) where T : IEventSourced<T> => Get<CommandExecutor>().State<T>(key, Cancellation);

    public Task<Certificate> Certificate(string id) => State<Certificate>(id);

    public async Task<ImmutableArray<object>> Events<T>(string key) where T : IEventSourced<T> =>
        [.. (await Get<CommandExecutor>().Events<T>(key, Cancellation)).Select(e => e.Body)];

    /// <summary>Somebody asks for something, again and again until he is answered; then all that follows is done. True where it was not refused.</summary>
    public async Task<bool> Ask<T>(string what, Func<Task<Outcome<T>>> ask) where T : class
    {
        var refusal = (await Insist(ask)).Refusal;
        // What the views have yet to see is asked for again a moment later, as the refusal says.
        if (refusal?.Code == nameof(Refuse.SubjectRecordsBehind))
        {
            await Settle();
            refusal = (await Insist(ask)).Refusal;
        }

        told.Add($"{what}: {refusal?.Code ?? "done"}");
        await Settle();
        return refusal is null;
    }

    /// <summary>The same for a command that has no desk of its own.</summary>
    public Task<bool> Ask<TState>(string what, Func<Command<TState>> command) where TState : IEventSourced<TState> => Ask(what, async () =>
        await Get<ICommands>().Execute(command(), CommandContext.System("test"), Cancellation) is Answer<TState>.Refused(var refusal)
            ? (Outcome<string>)RefusalText.From(refusal, Get<TextCatalog>())
            : "done");

    public async Task<T> Insist<T>(Func<Task<T>> act)
    {
        for (var attempt = 0; attempt < RoundsMax; attempt++)
        {
            try
            {
                return await act();
            }
            catch (CrashException)
            {
                await BeginAnewIfDead();
            }
        }

        throw new TestFailedException("Asked for again and again, it is never answered.");
    }

    /// <summary>The worker works until nothing moves and nothing waits for another attempt.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < RoundsMax; round++)
        {
            try
            {
                var done = await Get<WorkCycle>().Run(Cancellation);
                ThrowDefect();
                if (!World.Perils.IsDead && done == 0 && await WaitedFor() == 0)
                    return;
            }
            catch (CrashException)
            {
                ThrowDefect();
            }

            await BeginAnewIfDead();
        }

        throw new TestFailedException("The worker never comes to rest.");
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();

    // A reaction that failed is tried again after its pause.
    private Task<int> WaitedFor()
    {
        var blocked = Get<ReactionRunner>().Blocked;
        foreach (var wait in blocked)
            World.Clock.Set(Instant.Max(Now, wait.RetryAt));
        return Task.FromResult(blocked.Count);
    }

    private async Task BeginAnewIfDead()
    {
        if (!World.Perils.IsDead)
            return;
        await Running.DisposeAsync();
        World.Perils.BeginAnew();
        WhileDead();
        Running = new RunningApplication(World, defect);
    }

    private void ThrowDefect()
    {
        if (World.Defect is { } failure)
            throw new TestFailedException($"It failed by itself: {failure}");
    }
}
