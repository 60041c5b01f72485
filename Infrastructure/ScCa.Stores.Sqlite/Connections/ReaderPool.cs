using ScCa.Stores.Sqlite.Reading;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>
/// Read-only connections, as many as there are reads at once; the idle ones are kept. A read runs on its caller's thread, takes one snapshot and gives it up.
/// </summary>
internal sealed class ReaderPool(string path, ReadTally reads) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<Connection> idle = new();
    private bool closed;

    public T Read<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = Take();
        try
        {
            return read(connection);
        }
        finally
        {
            GiveBack(connection);
        }
    }

    private Connection Take()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (idle.TryPop(out var connection))
            {
                return connection;
            }
        }

        return Connection.OpenReader(path, reads);
    }

    private void GiveBack(Connection connection)
    {
        connection.CountPages();
        lock (gate)
        {
            if (!closed)
            {
                idle.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (idle.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }
}
