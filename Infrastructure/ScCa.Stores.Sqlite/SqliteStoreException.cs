namespace ScCa.Stores.Sqlite;

/// <summary>SQLite said no: the disk is full, the file is damaged, another process holds the lock too long. Never a business answer.</summary>
public sealed class SqliteStoreException(int resultCode, string message) : Exception($"{message} (SQLite result {resultCode})")
{
    /// <summary>SQLite's extended result code.</summary>
    public int ResultCode { get; } = resultCode;
}
