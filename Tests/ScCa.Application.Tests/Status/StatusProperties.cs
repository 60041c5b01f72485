using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Status;

/// <summary>What is said of a serial is what its certificate's stream says, however far views have come.</summary>
public sealed class StatusProperties(ITestOutputHelper output) : IAsyncDisposable
{
    private const int StepsMax = 7;
    private const int Runs = 25;
    private const int RunsLong = 1000;

    private StatusWalk? walk;

    [Fact, Trait("rule", "C8")]
    public void In_random_lives_every_answer_agrees_with_the_streams() => Walked(Runs).Requires("good", "intended");

    [Fact, Trait("set", "long"), Trait("rule", "C8")]
    public void In_many_random_lives_every_answer_agrees_with_the_streams() =>
        Walked(RunsLong).Requires("good", "Superseded", "KeyCompromise", "CessationOfOperation");

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
        output.WriteLine(coverage.ToString());
        return coverage;
    }

    private StatusWalk Begun()
    {
        walk?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return walk = new StatusWalk(StepsMax);
    }
}
