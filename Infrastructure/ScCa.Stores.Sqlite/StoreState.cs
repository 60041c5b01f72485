namespace ScCa.Stores.Sqlite;

/// <summary>What a health page says about the store.</summary>
/// <param name="SqliteVersion">The version of the native library in use.</param>
/// <param name="Library">Where that library comes from.</param>
/// <param name="LastPosition">The position of the last event; 0 where there is none.</param>
/// <param name="HistoryBytes">Size of the database of events, views and checkpoints.</param>
/// <param name="HistoryLogBytes">Size of its write-ahead log.</param>
/// <param name="VaultBytes">Size of the database of subjects' keys and staff credentials, its write-ahead log included.</param>
public sealed record StoreState(
    string SqliteVersion, string Library, long LastPosition, long HistoryBytes, long HistoryLogBytes, long VaultBytes);
