using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A crash between the halves of any step across streams converges: whatever is begun anew comes to the same end.</summary>
public sealed class CrashProperties(ITestOutputHelper output) : IAsyncDisposable
{
    private const int StepsMax = 7;
    private const int Runs = 40;
    private const int RunsLong = 3000;
    private const int CrossingsMin = 50;
    private const int FaultsMin = 10_000;

    private CrashWalk? walk;
    private int sequences;
    private int steps;
    private int faults;

    private static bool IsMore => Environment.GetEnvironmentVariable("SCCA_RUNS") is not null;

    [Fact, Trait("rule", "C1")]
    public void Wherever_a_process_dies_what_is_begun_anew_comes_to_what_it_would_have_come_to() =>
        Walked(IsMore ? 1 : Runs).Requires("died", "failed");

    [Fact, Trait("set", "long"), Trait("rule", "C1")]
    public void In_ten_thousand_faults_and_more_every_step_across_streams_is_crossed_fifty_times_in_either_way()
    {
        // As many as SCCA_RUNS=10000 makes of them.
        var coverage = Walked(IsMore ? RunsLong / 50 : RunsLong);

        Assert.InRange(faults, FaultsMin, int.MaxValue);
        Assert.All(CrossStreamSteps.Every.SelectMany(CrossStreamSteps.InBothWays), crossed => Assert.True(coverage[crossed] >= CrossingsMin, $"{crossed}: {coverage[crossed]}"));
    }

    public ValueTask DisposeAsync() => walk?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Coverage Walked(int runs)
    {
        var coverage = Sequence.Check(
            Begun,
            (walk, choices) =>
            {
                walk.Step(choices).GetAwaiter().GetResult();
                return walk;
            },
            runs);
        Close();
        Tell(coverage);
        return coverage;
    }

    private void Tell(Coverage coverage)
    {
        output.WriteLine($"{sequences} sequences, {steps} acts, {faults} faults: died {coverage["died"]}, failed {coverage["failed"]}");
        foreach (var (kind, names) in new[] { ("reactions", CrossStreamSteps.Reactions), ("sweeps", CrossStreamSteps.Sweeps), ("others", CrossStreamSteps.Others) })
        {
            output.WriteLine($"{kind}, crossed by a fault before the write and after it:");
            foreach (var name in names)
                output.WriteLine($"  {name,-24} {coverage[CrossStreamSteps.Label(name, FaultKind.NotWritten)],6} {coverage[CrossStreamSteps.Label(name, FaultKind.Written)],6}");
        }

        foreach (var act in coverage.Labels.Where(label => label.StartsWith("act: ", StringComparison.Ordinal)))
            output.WriteLine($"  {act,-24} {coverage[act],6}");
    }

    private CrashWalk Begun()
    {
        Close();
        return walk = new CrashWalk(StepsMax);
    }

    // Only the newest is still walked.
    private void Close()
    {
        if (walk is null)
            return;
        (sequences, steps, faults) = (sequences + 1, steps + walk.Steps, faults + walk.Faults);
        walk.DisposeAsync().AsTask().GetAwaiter().GetResult();
        walk = null;
    }
}
