using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>The tests of an assembly, loaded once and run as often as is asked, one after the other.</summary>
internal sealed class TestBench
{
    private readonly ITestFrameworkExecutor executor;
    private readonly ITestFrameworkExecutionOptions options;

    private TestBench(ITestFrameworkExecutor executor, ITestFrameworkExecutionOptions options, ImmutableArray<ITestCase> cases) =>
        (this.executor, this.options, Cases) = (executor, options, cases);

    /// <summary>All that belong to the usual run.</summary>
    public ImmutableArray<ITestCase> Cases { get; }

    public static async Task<TestBench> Load(Assembly tests)
    {
        var configuration = new TestAssemblyConfiguration
        {
            MaxParallelThreads = 1, ParallelizeTestCollections = false, StopOnFail = true, SynchronousMessageReporting = true,
        };
        TestContext.SetForInitialization(null, false, false);
        var framework = ExtensibilityPointFactory.GetTestFramework(tests);
        var cases = ImmutableArray.CreateBuilder<ITestCase>();
        await framework.GetDiscoverer(tests).Find(
            found =>
            {
                if (!found.Explicit && !(found.Traits.TryGetValue("set", out var sets) && sets.Contains("long")))
                    cases.Add(found);
                return ValueTask.FromResult(true);
            },
            TestFrameworkOptions.ForDiscovery(configuration));
        return new TestBench(framework.GetExecutor(tests), TestFrameworkOptions.ForExecution(configuration), cases.ToImmutable());
    }

    /// <summary>Runs these until one fails, whose name comes back; null where all pass.</summary>
    /// <param name="starting">Told before each test.</param>
    /// <param name="ended">Told after each test, with how long it took.</param>
    public async Task<string?> FirstFailureOf(IReadOnlyCollection<ITestCase> cases, Action starting, Action<string, TimeSpan> ended)
    {
        // The context is the calling flow's own, so each run begins with its own.
        TestContext.SetForInitialization(null, false, false);
        var sink = new Sink(starting, ended);
        await executor.RunTestCases(cases, sink, options, CancellationToken.None);
        return sink.Failed;
    }

    private sealed class Sink(Action starting, Action<string, TimeSpan> ended) : IMessageSink
    {
        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
        private long started;

        public string? Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseStarting test:
                    names[test.TestCaseUniqueID] = test.TestCaseDisplayName;
                    starting();
                    started = Stopwatch.GetTimestamp();
                    break;
                case ITestCaseFinished test:
                    ended(test.TestCaseUniqueID, Stopwatch.GetElapsedTime(started));
                    break;
                case ITestFailed test:
                    Failed ??= $"{names.GetValueOrDefault(test.TestCaseUniqueID)}: {test.Messages.FirstOrDefault()}";
                    break;
                case IErrorMessage error:
                    Failed ??= error.Messages.FirstOrDefault() ?? "error";
                    break;
                default:
                    break;
            }

            return Failed is null;
        }
    }
}
