using System.Diagnostics;

namespace ScCa.Benchmarks.Stores;

/// <summary>The peer: one thread puts the same rows into the same tables, 1,000 to a transaction, and nobody waits for it.</summary>
public static class PlainInserts
{
    private const int RowsPerTransaction = 1000;

    public static async Task<double> RowsPerSecond(AppendWorkload workload, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        using var tables = await BareTables.In(folder.Path);

        var started = Stopwatch.GetTimestamp();
        foreach (var rows in workload.Interleaved.Chunk(RowsPerTransaction))
        {
            cancellation.ThrowIfCancellationRequested();
            tables.Write(rows);
        }

        var taken = Stopwatch.GetElapsedTime(started);

        return tables.Count == workload.Count
            ? workload.Count / taken.TotalSeconds
            : throw new InvalidOperationException("The table does not hold what was inserted.");
    }
}
