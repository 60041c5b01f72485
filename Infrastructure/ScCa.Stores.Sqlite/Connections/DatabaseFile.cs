namespace ScCa.Stores.Sqlite.Connections;

/// <summary>Makes the files of a database readable by their owner alone; SQLite gives its log the same permissions.</summary>
internal static class DatabaseFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void EnsureFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// Makes an empty file where there is none. An existing one is not even opened: closing it again would drop the POSIX locks that this process
    /// may hold on it through SQLite.
    /// </summary>
    public static void Ensure(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // It was there, or another process has just made it.
        }
    }
}
