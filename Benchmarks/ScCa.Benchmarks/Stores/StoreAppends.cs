using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Application.Ports;
using ScCa.Stores.Sqlite;

namespace ScCa.Benchmarks.Stores;

/// <summary>Ours: every caller appends its own rows through the event store and waits for each to be durable.</summary>
public static class StoreAppends
{
    public static async Task<double> RowsPerSecond(AppendWorkload workload, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        await using var stores = SqliteStores.Open(new() { Folder = folder.Path }, NullLogger.Instance);

        var started = Stopwatch.GetTimestamp();
        await Run(stores.Events, workload, cancellation);
        var taken = Stopwatch.GetElapsedTime(started);

        return await stores.Events.LastPosition(cancellation) == workload.Count
            ? workload.Count / taken.TotalSeconds
            : throw new InvalidOperationException("The store does not hold what was appended.");
    }

    public static Task Run(IEventStore store, AppendWorkload workload, CancellationToken cancellation) =>
        Task.WhenAll(workload.ByCaller.Select(rows => Task.Run(() => Caller(store, rows, cancellation), cancellation)));

    private static async Task Caller(IEventStore store, IReadOnlyList<WorkloadRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            var result = await store.Append(row.Stream, row.Revision - 1, [row.Event], AppendWorkload.RecordedAt, cancellation);
            if (result.Outcome != AppendOutcome.Appended)
            {
                throw new InvalidOperationException($"{row.Stream}/{row.Revision}: {result.Outcome}");
            }
        }
    }
}
