using SQLitePCL;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>What opening a database has to do about its log.</summary>
internal static class WriteAheadLog
{
    private const int AttemptsMax = 500;
    private const int PauseMs = 20;

    /// <summary>Turns write-ahead logging on. The busy timeout does not cover this switch, so another process that opens at the same moment is waited out here.</summary>
    public static void Enter(Connection writer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var mode = writer.AskText("PRAGMA journal_mode=WAL");
                if (mode != "wal")
                {
                    throw new InvalidOperationException($"{writer.Path} cannot use a write-ahead log (it stays in mode {mode}): the file system has no shared memory.");
                }

                return;
            }
            catch (SqliteStoreException exception) when ((exception.ResultCode & 0xFF) == raw.SQLITE_BUSY && attempt < AttemptsMax)
            {
                Thread.Sleep(PauseMs);
            }
        }
    }

    /// <summary>
    /// Flushes the log before anything is read from it. After a process was killed between writing and flushing a commit, the log holds frames that
    /// only the page cache has: SQLite recovers them, and a reader could act on events that a power cut would still take away.
    /// </summary>
    public static void MakeDurable(string logPath)
    {
        using var log = new FileStream(logPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        log.Flush(flushToDisk: true);
    }
}
