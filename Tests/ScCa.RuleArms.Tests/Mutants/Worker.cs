using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>
/// The process that tries mutants: it loads the tests against the mutated domain, learns which of them come to which member, and then answers line by line.
/// Asked <c>17 5</c>, it switches mutant 17 on, runs the tests that come to member 5, the quickest first, and says which one noticed.
/// </summary>
internal sealed class Worker
{
    /// <summary>The first argument of a worker.</summary>
    public const string Argument = "--try-mutants";

    /// <summary>What an answer begins with; tests may print lines of their own.</summary>
    public const string Mark = "mutants> ";

    public const string Ready = "ready";
    public const string Broken = "broken ";
    public const string Alive = "alive";
    public const string Killed = "killed ";
    public const string Survived = "survived";

    /// <summary>Survived, but tests came to its member while they set up what they keep: it has to be tried from the start.</summary>
    public const string SurvivedSoFar = "survived so far";
    public const string NotReached = "not reached";

    // As many at a time, so that a mutant that many tests notice costs only a few.
    private const int BatchMax = 16;

    private readonly Dictionary<string, (TimeSpan Time, HashSet<int> Members)> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<ITestCase>> byMember = [];
    private readonly HashSet<int> early = [];
    private readonly TestBench bench;
    private readonly TextWriter answers;
    private readonly FieldInfo active;
    private readonly bool[] asked;

    private Worker(TestBench bench, TextWriter answers, Type mutantSwitch)
    {
        (this.bench, this.answers) = (bench, answers);
        active = mutantSwitch.GetField("Active")!;
        asked = (bool[])mutantSwitch.GetField("Asked")!.GetValue(null)!;
    }

    public static async Task<int> Serve(string tests, TextReader questions, TextWriter answers)
    {
        var assembly = Assembly.LoadFrom(tests);
        var domain = Assembly.Load(DomainSource.Name);
        var worker = new Worker(await TestBench.Load(assembly), answers, domain.GetType($"{DomainSource.Name}.{Switchboard.TypeName}", throwOnError: true)!);
        if (await worker.Learn() is { } failure)
        {
            worker.Say(Broken + OneLine(failure));
            return 0;
        }

        worker.Say(Ready);
        while (await questions.ReadLineAsync() is { } question)
        {
            var numbers = question.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            worker.Say(await worker.Try(numbers[0], numbers[1]));
        }

        return 0;
    }

    // Twice: what runs once for all tests would be the first test's alone. With a mutant there from the start nothing is to be learned.
    private async Task<string?> Learn()
    {
        var failure = await bench.FirstFailureOf(bench.Cases, () => Array.Clear(asked), Remember);
        if (failure is not null || (int)active.GetValue(null)! != 0)
            return failure;
        var first = seen.ToDictionary(s => s.Key, s => s.Value.Members);
        seen.Clear();
        failure = await bench.FirstFailureOf(bench.Cases, () => Array.Clear(asked), Remember);
        if (failure is not null)
            return failure;
        foreach (var (test, (_, members)) in seen)
            early.UnionWith(first[test].Except(members));
        foreach (var test in bench.Cases.OrderBy(c => seen[c.UniqueID].Time))
        {
            foreach (var member in seen[test.UniqueID].Members)
            {
                if (!byMember.TryGetValue(member, out var tests))
                    byMember[member] = tests = [];
                tests.Add(test);
            }
        }

        return null;
    }

    private void Remember(string test, TimeSpan took)
    {
        Say(Alive);
        seen[test] = (took, [.. Enumerable.Range(0, asked.Length).Where(m => asked[m])]);
    }

    private async Task<string> Try(int mutant, int member)
    {
        if (!byMember.TryGetValue(member, out var tests))
            return early.Contains(member) ? SurvivedSoFar : NotReached;
        active.SetValue(null, mutant);
        try
        {
            foreach (var batch in tests.Chunk(BatchMax))
            {
                if (await bench.FirstFailureOf(batch, () => { }, (_, _) => Say(Alive)) is { } failure)
                    return Killed + OneLine(failure);
            }

            return early.Contains(member) ? SurvivedSoFar : Survived;
        }
        finally
        {
            active.SetValue(null, 0);
        }
    }

    private void Say(string what)
    {
        answers.WriteLine(Mark + what);
        answers.Flush();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
