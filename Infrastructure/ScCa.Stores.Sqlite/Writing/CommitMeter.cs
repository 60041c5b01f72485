using System.Diagnostics.Metrics;

namespace ScCa.Stores.Sqlite.Writing;

/// <summary>Counts commits and the writes they carried; their quotient shows how well commits are shared.</summary>
internal sealed class CommitMeter(string database)
{
    private static readonly Meter Meter = new("ScCa.Stores.Sqlite");
    private static readonly Counter<long> CommitCount = Meter.CreateCounter<long>("scca.store.commits", "{commit}", "Transactions made durable");
    private static readonly Counter<long> WriteCount = Meter.CreateCounter<long>("scca.store.writes", "{write}", "Appends, view commits and other writes answered");

    private readonly KeyValuePair<string, object?> tag = new("database", database);
    private long commits;

    public long Commits => Interlocked.Read(ref commits);

    public void Count(int writes)
    {
        Interlocked.Increment(ref commits);
        CommitCount.Add(1, tag);
        WriteCount.Add(writes, tag);
    }
}
