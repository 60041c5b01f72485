namespace ScCa.Stores.Sqlite;

/// <summary>Where the embedded store lives.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The folder of the database files; made, for its owner only, where it does not exist.</summary>
    public required string Folder { get; init; }

    /// <summary>The SQLite library to use, instead of the system's or the packaged one. One process uses one library.</summary>
    public string? NativeLibraryPath { get; init; }

    /// <summary>The log is brought to rest in the database file after so many pages.</summary>
    internal int PagesPerCheckpoint { get; init; } = 4096;
}
