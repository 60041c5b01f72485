using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Stores.Sqlite;

namespace ScCa.Benchmarks.Stores;

/// <summary>One round of durable appends, with as many callers at once.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private const int RowsPerCaller = 16;
    private string folder = "";
    private SqliteStores? stores;
    private AppendWorkload? workload;

    [IterationSetup]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("scca-benchmark-").FullName;
        stores = SqliteStores.Open(new() { Folder = folder }, NullLogger.Instance);
        workload ??= new(RowsPerCaller);
    }

    [IterationCleanup]
    public void Close()
    {
        stores!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = AppendWorkload.Callers * RowsPerCaller)]
    public Task Append() => StoreAppends.Run(stores!.Events, workload!, CancellationToken.None);
}
