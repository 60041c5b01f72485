using System.Collections.Immutable;
using ScCa.Domain;
using ScCa.Domain.Platforms;

namespace ScCa.Testing;

/// <summary>
/// A decision told as one expression: <c>scenario.Given(events).When(command).Then(events)</c>. Each decision is made twice and must come out the same;
/// what it accepts must fold.
/// </summary>
public sealed class Scenario<TState>(PolicyBook policies) where TState : IEventSourced<TState>
{
    private readonly ImmutableArray<Event<TState>> history = [];

    private Scenario(PolicyBook policies, ImmutableArray<Event<TState>> history) : this(policies) => this.history = history;

    /// <summary>What has happened so far.</summary>
    public ImmutableArray<Event<TState>> History => history;

    /// <summary>The fold of what has happened so far.</summary>
    public TState State => Fold(history);

    /// <summary>After these events, in addition to what has happened before.</summary>
    public Scenario<TState> Given(params IEnumerable<Event<TState>> events)
    {
        var longer = new Scenario<TState>(policies, [.. history, .. events]);
        Fold(longer.history);
        return longer;
    }

    /// <summary>Decides the command in the state so far.</summary>
    public Outcome When(Command<TState> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var state = State;
        var decision = command.Decide(state, policies);
        RequireSame(command, decision, command.Decide(state, policies));
        if (decision is Decision<TState>.Accepted { Events: var events })
        {
            if (events.IsDefaultOrEmpty)
                throw new TestFailedException($"{command.GetType().Name} was accepted without any event: that is neither an outcome nor a refusal.");
            Fold([.. history, .. events]);
        }

        return new Outcome(this, command, decision);
    }

    private static void RequireSame(Command<TState> command, Decision<TState> first, Decision<TState> second)
    {
        var diff = LineDiff.Between(Text(first), Text(second));
        if (diff.Length > 0)
            throw new TestFailedException($"{command.GetType().Name} decided twice came out differently (- first, + second): it is not pure.\n{diff}");
    }

    private static TState Fold(ImmutableArray<Event<TState>> events)
    {
        var state = TState.Initial;
        for (var i = 0; i < events.Length; i++)
        {
            try
            {
                state = events[i].Evolve(state);
            }
            catch (ImpossibleEventException impossible)
            {
                throw new TestFailedException($"Event {i + 1} does not fold: {impossible.Message}\nThe history:\n{Names(events)}", impossible);
            }
        }

        return state;
    }

    private static string Names(ImmutableArray<Event<TState>> events) =>
        events.IsEmpty ? "  (nothing)" : string.Join('\n', events.Select((e, i) => $"  {i + 1}. {e.GetType().Name}"));

    private static string Text(Decision<TState> decision) => decision switch
    {
        Decision<TState>.Accepted accepted => Describe.Values(accepted.Events),
        Decision<TState>.Refused refused => Describe.Value(refused.Refusal),
        _ => throw new InvalidOperationException($"{decision.GetType().Name} is neither accepted nor refused."),
    };

    /// <summary>What a command came to, to be compared with what should have come of it.</summary>
    public sealed class Outcome
    {
        private readonly Scenario<TState> scenario;
        private readonly Command<TState> command;

        internal Outcome(Scenario<TState> scenario, Command<TState> command, Decision<TState> decision) =>
            (this.scenario, this.command, Decision) = (scenario, command, decision);

        public Decision<TState> Decision { get; }

        /// <summary>Accepted with exactly these events, compared by what is in them. Goes on from there.</summary>
        public Scenario<TState> Then(params IEnumerable<Event<TState>> events)
        {
            var diff = LineDiff.Between(Describe.Values(events), Describe.Values(Accepted()));
            return diff.Length == 0 ? After() : throw Failure($"came to other events (- expected, + actual):\n{diff}");
        }

        /// <summary>Accepted, whatever the events are; the assertion looks at the state they lead to. Goes on from there.</summary>
        public Scenario<TState> ThenState(Action<TState> assertion)
        {
            ArgumentNullException.ThrowIfNull(assertion);
            var after = After();
            assertion(after.State);
            return after;
        }

        /// <summary>Refused under this rule with this code; of its facts, those named must read so. The history stays as it was.</summary>
        public Scenario<TState> ThenRefused(string rule, string code, params IReadOnlyList<(string Name, string Value)> facts)
        {
            ArgumentNullException.ThrowIfNull(facts);
            if (Decision is not Decision<TState>.Refused { Refusal: var refusal })
                throw Failure($"should have been refused with {rule} {code} and was accepted:\n{Text(Decision)}");
            if (refusal.Rule != rule || refusal.Code != code)
                throw Failure($"should have been refused with {rule} {code} and was refused with:\n{Text(Decision)}");
            foreach (var (name, value) in facts)
            {
                if (!refusal.Facts.TryGetValue(name, out var actual) || actual != value)
                    throw Failure($"was refused with {rule} {code}, but its fact {name} should read \"{value}\":\n{Text(Decision)}");
            }

            return scenario;
        }

        private ImmutableArray<Event<TState>> Accepted() => Decision is Decision<TState>.Accepted { Events: var events }
            ? events
            : throw Failure($"was refused:\n{Text(Decision)}");

        private Scenario<TState> After() => scenario.Given(Accepted());

        private TestFailedException Failure(string what) => new($"{command.GetType().Name} {what}\nGiven:\n{Names(scenario.history)}");
    }
}
