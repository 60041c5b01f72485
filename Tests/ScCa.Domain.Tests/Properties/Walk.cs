using System.Collections.Immutable;
using NodaTime;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>How far a random walk has come: what has happened, and the state after each event.</summary>
internal sealed record Walk<TState>(ImmutableArray<Event<TState>> History, ImmutableArray<TState> States, Instant Now)
    where TState : IEventSourced<TState>
{
    public TState State => States[^1];

    /// <summary>The command that was accepted last, if the last one was.</summary>
    public Command<TState>? Accepted { get; init; }

    /// <summary>The events of one kind with the state each came upon.</summary>
    public IEnumerable<(TEvent Event, TState Before)> Of<TEvent>() where TEvent : Event<TState> =>
        History.Select((e, i) => (Event: e as TEvent, Before: States[i])).Where(e => e.Event is not null).Select(e => (e.Event!, e.Before));
}

/// <summary>
/// Walks at random through what is possible. How it decides and folds can be replaced by something deliberately wrong: that is how each property
/// shows that it can fail.
/// </summary>
internal sealed class Walker<TState>(Instant start, Func<Walk<TState>, Choices, Command<TState>> next) where TState : IEventSourced<TState>
{
    public const int Runs = 200;

    private const int HurriedMax = 12;

    public Func<TState, Command<TState>, Decision<TState>> Decide { get; init; } = (state, command) => command.Decide(state, WalkPolicies.Book);

    public Func<TState, Event<TState>, TState> Evolve { get; init; } = (state, happened) => happened.Evolve(state);

    public Coverage Check(params IReadOnlyList<Action<Walk<TState>>> invariants) => Check(Runs, invariants);

    public Coverage Check(int runs, params IReadOnlyList<Action<Walk<TState>>> invariants) =>
        Sequence.Check(() => new Walk<TState>([], [TState.Initial], start), Step, runs, invariants);

    /// <summary>What would come next if all went well; null where that is not to be said. A third of the steps go on that way for a while.</summary>
    public Func<Walk<TState>, Command<TState>?>? Hurry { get; init; }

    private Walk<TState> Step(Walk<TState> walk, Choices choices)
    {
        var hurried = Hurry is not null && choices.Weighted((2, false), (1, true));
        var moved = Take(walk, next(walk, choices), choices);
        for (var left = HurriedMax; left > 0 && hurried && moved.Accepted is not null && Hurry!(moved) is { } following; left--)
            moved = Take(moved, following, choices);
        return moved;
    }

    private Walk<TState> Take(Walk<TState> walk, Command<TState> command, Choices choices)
    {
        choices.Note($"{command}");
        var moved = walk with { Now = command.At, Accepted = null };
        switch (Decide(walk.State, command))
        {
            case Decision<TState>.Refused { Refusal: var refusal }:
                choices.Count($"{refusal}");
                return moved;
            case Decision<TState>.Accepted { Events: var events }:
                foreach (var happened in events)
                {
                    choices.Count(happened.GetType().Name);
                    moved = moved with { History = moved.History.Add(happened), States = moved.States.Add(Evolve(moved.State, happened)) };
                }

                return moved with { Accepted = command };
            default:
                throw new TestFailedException($"{command.GetType().Name} was neither accepted nor refused.");
        }
    }
}
