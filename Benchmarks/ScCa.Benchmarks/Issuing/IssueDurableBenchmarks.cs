using BenchmarkDotNet.Attributes;

namespace ScCa.Benchmarks.Issuing;

/// <summary>One round of certificates, issued durably by as many callers at once.</summary>
[MemoryDiagnoser]
public class IssueDurableBenchmarks
{
    private const int PerCaller = 8;
    private IssuingSystem? system;

    [IterationSetup]
    public void Prepare() => system = IssuingSystem.WithReady(PerCaller, CancellationToken.None).GetAwaiter().GetResult();

    [IterationCleanup]
    public void Close() => system!.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = IssuingSystem.Callers * PerCaller)]
    public Task Issue() => system!.IssueAll(CancellationToken.None);
}
