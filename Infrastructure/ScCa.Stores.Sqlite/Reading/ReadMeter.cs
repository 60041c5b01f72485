using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ScCa.Stores.Sqlite.Reading;

/// <summary>Shows the tallies of the databases that are open as metrics.</summary>
internal static class ReadMeter
{
    private static readonly ConcurrentDictionary<ReadTally, byte> Open = [];
    private static readonly Meter Meter = new("ScCa.Stores.Sqlite");

    static ReadMeter()
    {
        Meter.CreateObservableCounter("scca.store.rows", () => Observe(reads => reads.Rows), "{row}", "Rows that SQLite handed over");
        Meter.CreateObservableCounter("scca.store.steps", () => Observe(reads => reads.Steps), "{step}", "Instructions of SQLite's machine");
        Meter.CreateObservableCounter("scca.store.pages", () => Observe(reads => reads.Pages), "{page}", "Pages asked for");
        Meter.CreateObservableCounter("scca.store.pages.fetched", () => Observe(reads => reads.PagesFetched), "{page}", "Pages that were not in the page cache");
    }

    public static void Add(ReadTally tally) => Open.TryAdd(tally, 0);

    public static void Remove(ReadTally tally) => Open.TryRemove(tally, out _);

    private static IEnumerable<Measurement<long>> Observe(Func<DatabaseReads, long> what) =>
        [.. Open.Keys.Select(tally => new Measurement<long>(what(tally.Read()), new KeyValuePair<string, object?>("database", tally.Database)))];
}
