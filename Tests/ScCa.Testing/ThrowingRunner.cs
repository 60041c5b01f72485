using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace ScCa.Testing;

/// <summary>Turns the outcome of a property into a test failure that can be read and replayed.</summary>
internal sealed class ThrowingRunner(Func<object, string> show) : IRunner
{
    private int shrinks;

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) => shrinks++;

    public void OnFinished(string name, TestResult testResult)
    {
        switch (testResult)
        {
            case TestResult.Failed failed:
                throw Failure(failed);
            case TestResult.Exhausted:
                throw new TestFailedException("Too few values fulfilled the property's conditions: it was not tried often enough to prove anything.");
            default:
                return;
        }
    }

    private TestFailedException Failure(TestResult.Failed failed)
    {
        var cause = (failed.Item4 as Outcome.Failed)?.Item;
        var seed = PropertyRuns.Text(failed.Item6, failed.Item7);
        var message = string.Create(CultureInfo.InvariantCulture, $"""
            The property does not hold (try {failed.Item1.NumberOfTests}, made smaller {shrinks} times).
            Smallest case:
            {Arguments(failed.Item3)}
            Why: {cause?.Message ?? "it was judged false"}
            Replay: {PropertyRuns.SeedVariable}={seed}
            First case found:
            {Arguments(failed.Item2)}
            """);
        return cause is null ? new TestFailedException(message) : new TestFailedException(message, cause);
    }

    private string Arguments(FSharpList<object> arguments) =>
        string.Join('\n', arguments.Select(a => "  " + show(a).Replace("\n", "\n  ", StringComparison.Ordinal)));
}
