using BenchmarkDotNet.Attributes;

namespace ScCa.Benchmarks.Issuing;

/// <summary>One certificate; what it allocates is shown too.</summary>
[MemoryDiagnoser]
public class IssueBenchmarks : IDisposable
{
    private readonly IssuedByOurs ours = new();

    private readonly IssuedByFramework framework = new();

    [Benchmark(Baseline = true)]
    public byte[] Framework() => framework.Issue();

    [Benchmark]
    public byte[] Ours() => ours.Issue();

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        ours.Dispose();
        framework.Dispose();
    }
}
