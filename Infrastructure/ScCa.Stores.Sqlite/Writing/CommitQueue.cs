using Microsoft.Extensions.Logging;
using ScCa.Stores.Sqlite.Connections;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Writing;

/// <summary>
/// The one writer of a database: a thread that takes all writes waiting, decides each on its own in one transaction and answers them after its COMMIT
/// returned. Sharing the commit is what makes durable appends cheap: the disk is asked to flush once for all who wait.
/// </summary>
/// <remarks>
/// Checkpoints run here and nowhere else, between commits. They ask for the write lock (FULL, TRUNCATE; never PASSIVE), so that no other process commits
/// while one runs: SQLite before 3.51.3 can lose log content when a commit resets the log under a running checkpoint.
/// </remarks>
internal sealed class CommitQueue : IAsyncDisposable
{
    private const int WritesPerCommitMax = 1024;
    private const int GatheringMsMax = 1;

    private readonly object gate = new();
    private readonly Connection connection;
    private readonly ILogger logger;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CommitMeter meter;
    private readonly int pagesPerCheckpoint;
    private readonly Queue<PendingWrite> waiting = new();
    private readonly Queue<TaskCompletionSource<bool>> resting = new();
    private Exception? brokenBy;
    private bool closing;
    private int pagesInLog;

    // How many writes the writer would like to see before it begins: as many as it answered last, whose callers tend to come again at once.
    private int expected = 1;

    public CommitQueue(Connection connection, int pagesInLog, int pagesPerCheckpoint, ILogger logger)
    {
        (this.connection, this.pagesInLog, this.pagesPerCheckpoint, this.logger) = (connection, pagesInLog, pagesPerCheckpoint, logger);
        meter = new(Path.GetFileName(connection.Path));
        new Thread(Run) { Name = $"writer of {connection.Path}", IsBackground = true }.Start();
    }

    public long Commits => meter.Commits;

    /// <summary>Puts the write in the queue, before it returns; the task is answered after the commit.</summary>
    public Task<TAnswer> Commit<TAnswer>(Func<Connection, TAnswer> decide, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var write = new PendingWrite<TAnswer>(decide, cancellation);
        lock (gate)
        {
            RefuseWhenOver();
            waiting.Enqueue(write);
            if (waiting.Count == 1 || waiting.Count == expected)
            {
                Monitor.Pulse(gate);
            }
        }

        return write.Answered;
    }

    /// <summary>
    /// Brings the log to rest in the database file and makes it empty: what was overwritten by a write that has been answered is then in neither file.
    /// </summary>
    /// <returns>False where another process kept the log in use.</returns>
    public Task<bool> BringToRest()
    {
        var rest = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            RefuseWhenOver();
            resting.Enqueue(rest);
            Monitor.Pulse(gate);
        }

        return rest.Task;
    }

    private void RefuseWhenOver()
    {
        ObjectDisposedException.ThrowIf(closing, this);
        if (brokenBy is not null)
        {
            throw new InvalidOperationException("The writer stopped after a failure; open the store again.", brokenBy);
        }
    }

    private void Run()
    {
        var (batch, rests) = (new List<PendingWrite>(), new List<TaskCompletionSource<bool>>());
        try
        {
            while (TakeBatch(batch, rests))
            {
                CommitTogether(batch);
                Rest(rests);
                pagesInLog += connection.TakePagesWritten();
                if (pagesInLog >= pagesPerCheckpoint)
                {
                    Checkpoint(raw.SQLITE_CHECKPOINT_FULL);
                }
            }

            if (pagesInLog > 0)
            {
                Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
            }
        }
        catch (Exception exception)
        {
            Break(exception, batch, rests);
        }
        finally
        {
            connection.Dispose();
            stopped.SetResult();
        }
    }

    private bool TakeBatch(List<PendingWrite> batch, List<TaskCompletionSource<bool>> rests)
    {
        batch.Clear();
        rests.Clear();
        lock (gate)
        {
            while (waiting.Count == 0 && resting.Count == 0)
            {
                if (closing)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            // The first caller back would otherwise have a flush all for itself while the others miss it by microseconds. Who is alone never waits.
            if (waiting.Count < expected && resting.Count == 0 && !closing)
            {
                Monitor.Wait(gate, GatheringMsMax);
            }

            while (batch.Count < WritesPerCommitMax && waiting.TryDequeue(out var write))
            {
                if (write.TryTake())
                {
                    batch.Add(write);
                }
            }

            while (resting.TryDequeue(out var rest))
            {
                rests.Add(rest);
            }

            expected = Math.Max(1, batch.Count);
        }

        return true;
    }

    private void CommitTogether(List<PendingWrite> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        if (Try("BEGIN IMMEDIATE") is { } refused)
        {
            batch.ForEach(write => write.Fail(refused));
        }
        else if (TryDecide(batch) is { } broken)
        {
            CommitApart(batch, broken);
        }
        else if (Try("COMMIT") is { } lost)
        {
            // Nobody is answered and nothing is tried again: what a failed flush left on the disk is known only after the file is opened again.
            RollBack();
            batch.ForEach(write => write.Fail(lost));
        }
        else
        {
            meter.Count(batch.Count);
            connection.CountPages();
            batch.ForEach(write => write.Answer());
        }
    }

    /// <summary>
    /// One write broke off half-way, so the transaction was undone, and each is decided again in one of its own: only the broken one fails. This costs a
    /// flush per write, but happens only when SQLite itself refuses; no savepoint is paid for when all is well.
    /// </summary>
    private void CommitApart(List<PendingWrite> batch, Exception broken)
    {
        if (batch.Count == 1)
        {
            batch[0].Fail(broken);
            return;
        }

        foreach (var write in batch)
        {
            CommitTogether([write]);
        }
    }

    private SqliteStoreException? Try(string sql)
    {
        try
        {
            connection.Run(sql);
            return null;
        }
        catch (SqliteStoreException exception)
        {
            return exception;
        }
    }

    private Exception? TryDecide(List<PendingWrite> batch)
    {
        try
        {
            foreach (var write in batch)
            {
                write.Decide(connection);
            }

            return null;
        }
        catch (Exception exception)
        {
            RollBack();
            return exception;
        }
    }

    private void RollBack()
    {
        // SQLite undoes some failures (disk full, I/O) by itself.
        if (connection.IsInTransaction)
        {
            connection.Run("ROLLBACK");
        }
    }

    private void Rest(List<TaskCompletionSource<bool>> rests)
    {
        if (rests.Count == 0)
        {
            return;
        }

        try
        {
            var isAtRest = connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
            rests.ForEach(rest => rest.SetResult(isAtRest));
        }
        catch (SqliteStoreException exception)
        {
            rests.ForEach(rest => rest.SetException(exception));
        }
    }

    private void Checkpoint(int mode)
    {
        try
        {
            connection.Checkpoint(mode);
        }
        catch (SqliteStoreException exception)
        {
            Log.CheckpointFailed(logger, connection.Path, exception);
        }

        pagesInLog = 0;
    }

    private void Break(Exception exception, List<PendingWrite> batch, List<TaskCompletionSource<bool>> rests)
    {
        Log.WriterStopped(logger, connection.Path, exception);
        batch.ForEach(write => write.Fail(exception));
        rests.ForEach(rest => rest.TrySetException(exception));
        lock (gate)
        {
            brokenBy = exception;
            while (waiting.TryDequeue(out var write))
            {
                if (write.TryTake())
                {
                    write.Fail(exception);
                }
            }

            while (resting.TryDequeue(out var rest))
            {
                rest.SetException(exception);
            }
        }
    }

    /// <summary>Commits what is waiting, brings the log to rest in the database file and closes it. Later writes are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        await stopped.Task.ConfigureAwait(false);
    }
}
