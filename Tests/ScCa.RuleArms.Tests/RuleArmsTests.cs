using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ScCa.RuleArms.Tests;

/// <summary>Every refusal is somebody's promise: switched off, at least one of the domain's tests must notice.</summary>
[Collection(nameof(RuleArmsTests))]
public sealed class RuleArmsTests
{
    private const int Parallel = 2;

    private const int SampledOf = 32;

    private const string NamesVariable = "SCCA_ARMS";

    private static readonly DomainSource Domain = DomainSource.Read();

    private static readonly Lazy<(ImmutableArray<RefusalArm> Arms, ImmutableArray<string> NotUnderstood)> Found =
        new(() => RefusalArm.In(Domain));

    private static readonly Lazy<Task<TimeSpan>> Unchanged = new(PassesUnchanged);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_refusal_in_the_domain_has_a_shape_that_can_be_switched_off()
    {
        Assert.NotEmpty(Found.Value.Arms);
        Assert.Empty(Found.Value.NotUnderstood);
    }

    [Fact]
    public void Every_equivalent_still_names_an_arm_and_says_why() => Assert.All(Equivalents.All, e =>
    {
        Assert.Single(Found.Value.Arms, e.Is);
        Assert.False(string.IsNullOrWhiteSpace(e.Reason));
    });

    [Fact]
    public Task Compiled_here_and_left_as_it_is_the_domain_passes_its_tests() => Unchanged.Value;

    // All of them take longer than every change can wait for; a few stand for the others in between. Which ones, the domain's text decides: as long as it is
    // the same they are the same, and as it changes all have their turn.
    [Fact]
    public Task Switching_off_one_refusal_of_32_makes_a_test_fail()
    {
        var first = Turn(Found.Value.Arms);
        return AreNoticed([.. Found.Value.Arms.Where((_, i) => i % SampledOf == first)]);
    }

    [Fact(Explicit = true)]
    public Task Switching_off_any_refusal_of_what_is_named_makes_a_test_fail()
    {
        var named = (Environment.GetEnvironmentVariable(NamesVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(named.Length > 0, $"{NamesVariable} names no folder or file.");
        Assert.All(named, n => Assert.Contains(Found.Value.Arms, arm => arm.File.StartsWith(n, StringComparison.Ordinal)));
        return AreNoticed([.. Found.Value.Arms.Where(arm => named.Any(n => arm.File.StartsWith(n, StringComparison.Ordinal)))]);
    }

    [Fact, Trait("set", "long")]
    public Task Switching_off_any_refusal_makes_a_test_fail() => AreNoticed(Found.Value.Arms);

    private static int Turn(ImmutableArray<RefusalArm> arms)
    {
        var text = string.Concat(Domain.Compilation.SyntaxTrees.OrderBy(t => t.FilePath, StringComparer.Ordinal).Select(t => t.ToString()));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] % Math.Min(SampledOf, arms.Length);
    }

    private static async Task AreNoticed(ImmutableArray<RefusalArm> arms)
    {
        // Tests that fail anyway notice nothing.
        await Unchanged.Value;
        var left = new ConcurrentQueue<RefusalArm>(arms);
        var problems = new ConcurrentBag<string>();
        var caught = 0;
        await Task.WhenAll(Enumerable.Range(1, Parallel).Select(n => Task.Run(() => Work($"copy-{n}"), Cancellation)));

        await Console.Out.WriteLineAsync($"{arms.Length} of {Found.Value.Arms.Length} arms, {caught} caught, {Equivalents.All.Length} equivalent");
        Assert.True(problems.IsEmpty, $"{arms.Length} of {Found.Value.Arms.Length} arms, {caught} caught:\n{string.Join('\n', problems.Order(StringComparer.Ordinal))}");

        async Task Work(string copy)
        {
            using var tests = DomainTests.Copy(copy);
            while (left.TryDequeue(out var arm))
            {
                var problem = await ProblemWith(arm, tests);
                if (problem is not null)
                    problems.Add(problem);
                else if (!Equivalents.All.Any(e => e.Is(arm)))
                    Interlocked.Increment(ref caught);
            }
        }
    }

    /// <summary>How long the tests took; a run with a refusal switched off that takes several times as long hangs.</summary>
    private static async Task<TimeSpan> PassesUnchanged()
    {
        var (image, errors) = Domain.Emit();
        Assert.True(image is not null, errors);
        using var tests = DomainTests.Copy("unchanged");
        var began = Stopwatch.GetTimestamp();
        var (passed, output) = await tests.PassWith(image, DomainTests.FirstRunMax, Cancellation);
        Assert.True(passed, output);
        Assert.Matches(@"Total: [1-9]\d*, Errors: 0, Failed: 0", output);
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task<string?> ProblemWith(RefusalArm arm, DomainTests tests)
    {
        var (image, errors) = arm.SwitchedOff.Emit();
        if (image is null)
            return $"{arm}\n    does not compile when it is switched off, so nothing is known about it:\n    {errors}";
        var noticed = !(await tests.PassWith(image, 2 * Parallel * await Unchanged.Value, Cancellation)).Passed;
        var equivalent = Equivalents.All.FirstOrDefault(e => e.Is(arm));
        return (noticed, equivalent) switch
        {
            (true, null) => null,
            (false, null) => $"{arm}\n    no test of the domain notices when it is switched off",
            (true, _) => $"{arm}\n    is listed as equivalent, but a test notices it: take it off the list",
            (false, _) => null,
        };
    }
}
