using System.Globalization;
using System.Text;
using FsCheck.Fluent;

namespace ScCa.Testing;

/// <summary>
/// Properties of sequences whose steps depend on where they lead: each step sees the state and chooses among what makes sense in it.
/// </summary>
public static class Sequence
{
    /// <summary>
    /// Runs many sequences from the initial state; in it and after every step each invariant is asserted. Answers with what was counted, so that a test can require
    /// that what it is about did happen.
    /// </summary>
    public static Coverage Check<TState>(
        Func<TState> initial, Func<TState, Choices, TState> step, int runs, params IReadOnlyList<Action<TState>> invariants) =>
        Check(initial, step, PropertyRuns.FromEnvironment(runs), invariants);

    public static Coverage Check<TState>(Func<TState> initial, Func<TState, Choices, TState> step, params IReadOnlyList<Action<TState>> invariants) =>
        Check(initial, step, PropertyRuns.Usual, invariants);

    internal static Coverage Check<TState>(
        Func<TState> initial, Func<TState, Choices, TState> step, PropertyRuns runs, IReadOnlyList<Action<TState>> invariants, Patience? patience = null)
    {
        var coverage = new Coverage();
        Property.Run(
            Prop.ForAll(Script.Any(patience ?? new Patience(Patience.Usual)), script => Play(script, coverage, null)),
            runs,
            script => Told((Script)script));
        return coverage;

        void Play(Script script, Coverage counted, List<string>? log)
        {
            var state = initial();
            Assert(state);
            for (var i = 0; i < script.Steps.Length; i++)
            {
                log?.Add(string.Create(CultureInfo.InvariantCulture, $"step {i + 1}:"));
                state = step(state, script.Choices(i, counted, log));
                Assert(state);
            }
        }

        void Assert(TState state)
        {
            foreach (var invariant in invariants)
                invariant(state);
        }

        // The failing case once more, this time writing down what it does.
        string Told(Script script)
        {
            var log = new List<string>();
            try
            {
                Play(script, new Coverage(), log);
                log.Add("this time it held: the outcome depends on something that is not in the script");
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.Add($"{failure.GetType().Name}: {failure.Message}");
            }

            return Lines(log);
        }
    }

    private static string Lines(List<string> log)
    {
        var text = new StringBuilder();
        foreach (var entry in log)
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(entry.StartsWith("step ", StringComparison.Ordinal) ? "" : "    ").Append(entry);
        }

        return text.ToString();
    }
}
