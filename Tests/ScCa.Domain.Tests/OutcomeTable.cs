using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ScCa.Testing;

namespace ScCa.Domain.Tests;

/// <summary>A named state: how far a life has come, and the instant at which the commands are given.</summary>
internal sealed record NamedState<TState>(string Name, Scenario<TState> Life, Instant At) where TState : IEventSourced<TState>;

/// <summary>
/// A command as it would rightly be given in a state, or, where <paramref name="Variation"/> names it, with one thing about it that may be wrong.
/// </summary>
internal sealed record NamedCommand<TState>(string Variation, Func<TState, Instant, Command<TState>> In) where TState : IEventSourced<TState>;

/// <summary>What every command comes to in every state, as a text to be read. A variation is shown where its outcome has another name.</summary>
internal sealed class OutcomeTable<TState> where TState : IEventSourced<TState>
{
    private readonly HashSet<string> named = [];
    private readonly HashSet<string> events = [];
    private readonly HashSet<string> refusals = [];

    public OutcomeTable(ImmutableArray<NamedState<TState>> states, ImmutableArray<NamedCommand<TState>> commands)
    {
        var text = new StringBuilder();
        foreach (var state in states)
            Write(text, state, commands);
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The names of the commands, events and refusal codes that occur.</summary>
    public IReadOnlySet<string> Named => named;

    /// <summary>The names of the events that occur.</summary>
    public IReadOnlySet<string> Events => events;

    /// <summary>The refusals that occur, each with its rule.</summary>
    public IReadOnlySet<string> Refusals => refusals;

    private void Write(StringBuilder text, NamedState<TState> state, ImmutableArray<NamedCommand<TState>> commands)
    {
        text.Append(CultureInfo.InvariantCulture, $"{state.Name} ({InShanghai(state.At)})\n");
        var plain = (Names: "", Facts: "");
        foreach (var command in commands)
        {
            var given = command.In(state.Life.State, state.At);
            var name = given.GetType().Name;
            var outcome = Outcome(state.Life.When(given).Decision);
            if (command.Variation.Length == 0)
                plain = outcome;
            else if (outcome.Names == plain.Names)
                continue;
            named.Add(name);
            text.Append(CultureInfo.InvariantCulture, $"  {name + command.Variation,-44} {outcome.Names}{outcome.Facts}\n");
        }

        text.Append('\n');
    }

    private (string Names, string Facts) Outcome(Decision<TState> decision)
    {
        if (decision is Decision<TState>.Refused { Refusal: var refusal })
        {
            named.Add(refusal.Code);
            refusals.Add($"{refusal}");
            return ($"{refusal.Rule} {refusal.Code}", string.Concat(refusal.Facts.Select(f => $" {f.Key}={f.Value}")));
        }

        var happened = ((Decision<TState>.Accepted)decision).Events.Select(e => e.GetType().Name).ToArray();
        named.UnionWith(happened);
        events.UnionWith(happened);
        return ("→ " + string.Join(", ", happened), "");
    }

    private static string InShanghai(Instant at) =>
        LocalDateTimePattern.ExtendedIso.Format(at.WithOffset(Offset.FromHours(8)).LocalDateTime).Replace('T', ' ');
}
