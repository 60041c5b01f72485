using System.Collections.Concurrent;

namespace ScCa.Stores.Sqlite.Reading;

/// <summary>What one connection has read; written by the thread that has the connection, read by any.</summary>
internal sealed class ConnectionTally
{
    private long pages;
    private long fetched;

    public ConcurrentDictionary<string, StatementTally> Statements { get; } = new(StringComparer.Ordinal);

    public long Pages => Volatile.Read(ref pages);

    public long Fetched => Volatile.Read(ref fetched);

    public void Count(int found, int missed)
    {
        Volatile.Write(ref pages, pages + found + missed);
        Volatile.Write(ref fetched, fetched + missed);
    }
}

/// <summary>What one prepared statement has read.</summary>
internal sealed class StatementTally
{
    private long runs;
    private long rows;
    private long steps;

    public StatementReads Reads => new(Volatile.Read(ref runs), Volatile.Read(ref rows), Volatile.Read(ref steps));

    public void CountRow() => Volatile.Write(ref rows, rows + 1);

    public void CountRun(int stepped)
    {
        Volatile.Write(ref runs, runs + 1);
        Volatile.Write(ref steps, steps + stepped);
    }
}
