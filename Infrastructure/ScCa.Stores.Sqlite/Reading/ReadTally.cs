using System.Collections.Immutable;

namespace ScCa.Stores.Sqlite.Reading;

/// <summary>
/// Counts what a database reads. Each connection counts for itself, on whichever thread has it, and whoever asks adds up: counting costs no lock. A closed
/// connection's counts stay.
/// </summary>
internal sealed class ReadTally(string database)
{
    private readonly Lock gate = new();
    private readonly List<ConnectionTally> connections = [];
    private readonly Dictionary<string, StatementReads> closed = new(StringComparer.Ordinal);
    private long closedPages;
    private long closedFetched;

    public string Database => database;

    public ConnectionTally Opened()
    {
        var connection = new ConnectionTally();
        lock (gate)
            connections.Add(connection);
        return connection;
    }

    public void Closed(ConnectionTally connection)
    {
        lock (gate)
        {
            if (!connections.Remove(connection))
                return;
            Add(closed, connection);
            closedPages += connection.Pages;
            closedFetched += connection.Fetched;
        }
    }

    public DatabaseReads Read()
    {
        lock (gate)
        {
            var statements = new Dictionary<string, StatementReads>(closed, StringComparer.Ordinal);
            foreach (var connection in connections)
                Add(statements, connection);
            return new(
                statements.ToImmutableSortedDictionary(StringComparer.Ordinal), closedPages + connections.Sum(c => c.Pages), closedFetched + connections.Sum(c => c.Fetched));
        }
    }

    private static void Add(Dictionary<string, StatementReads> sums, ConnectionTally connection)
    {
        foreach (var (sql, tally) in connection.Statements)
        {
            var (sum, reads) = (sums.GetValueOrDefault(sql), tally.Reads);
            sums[sql] = new(sum.Runs + reads.Runs, sum.Rows + reads.Rows, sum.Steps + reads.Steps);
        }
    }
}
