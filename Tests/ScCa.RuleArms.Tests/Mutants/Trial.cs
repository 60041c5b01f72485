using System.Collections.Concurrent;
using System.Collections.Immutable;
using Xunit;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>Tries changes of a domain against its tests, several at a time.</summary>
internal static class Trial
{
    private const int Workers = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What became of each of them, in their order.</summary>
    /// <param name="name">What the log and the copies are called by.</param>
    /// <param name="tests">The built tests.</param>
    /// <param name="silenceMax">The longest that one test may take.</param>
    public static async Task<ImmutableArray<Verdict>> Of(MutatedDomain mutated, string name, string tests, TimeSpan? silenceMax = null)
    {
        // Those that must be there from the start each need a process of their own: they come last.
        var left = new ConcurrentQueue<Mutant>(mutated.Mutants.OrderBy(m => m.IsStatic));
        var verdicts = new ConcurrentDictionary<int, Verdict>();
        // Which test noticed what, for whoever wonders; a run that is broken off leaves what it knew.
        await using var file = new StreamWriter(Path.Combine(AppContext.BaseDirectory, $"{name}.txt")) { AutoFlush = true };
        await using var log = TextWriter.Synchronized(file);
        await Task.WhenAll(Enumerable.Range(1, Workers).Select(n => Task.Run(() => Work($"{name}-{n}"), Cancellation)));
        return [.. mutated.Mutants.Select(m => verdicts[m.Number])];

        async Task Work(string copy)
        {
            await using var worker = WorkerProcess.Copy(copy, mutated.Image, tests, silenceMax);
            while (left.TryDequeue(out var mutant))
            {
                var verdict = verdicts[mutant.Number] = await worker.Try(mutant, mutated.Members[mutant.Number], Cancellation);
                await log.WriteLineAsync($"{verdict.Mutant}\n    {verdict.Outcome} {verdict.By}");
            }
        }
    }
}
