using Microsoft.Extensions.Logging;

namespace ScCa.Stores.Sqlite;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "SQLite {Version} in use, from {Library}")]
    public static partial void LibraryInUse(ILogger logger, string version, string library);

    [LoggerMessage(2, LogLevel.Warning,
        "SQLite {Version} from {Library} is older than 3.38 and misses years of security fixes; install the system's libsqlite3, or configure the path of a current one")]
    public static partial void LibraryIsOld(ILogger logger, string version, string library);

    [LoggerMessage(3, LogLevel.Warning,
        "The host decides which SQLite library this process loads, so the store's own search was left out; in use is {Version}")]
    public static partial void LibraryChosenByHost(ILogger logger, string version);

    [LoggerMessage(4, LogLevel.Error, "A checkpoint of {Database} failed; the history is safe in the write-ahead log, and the next commit tries again")]
    public static partial void CheckpointFailed(ILogger logger, string database, Exception exception);

    [LoggerMessage(5, LogLevel.Critical, "The writer of {Database} stopped; every write is refused until the store is opened again")]
    public static partial void WriterStopped(ILogger logger, string database, Exception exception);
}
