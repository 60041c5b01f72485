using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Native;

/// <summary>
/// The one SQLite library of this process. Two copies of SQLite on one file would drop each other's POSIX locks, and a binding that has called into one
/// library cannot change to another: whoever comes first decides, and a later wish for a different one is refused with the reason.
/// </summary>
internal static class NativeSqlite
{
    private const string ImportName = "e_sqlite3";
    private static readonly Lock Gate = new();
    private static NativeLibraryInUse? inUse;
    private static string? inUsePath;

    public static NativeLibraryInUse Use(string? configuredPath, ILogger logger)
    {
        lock (Gate)
        {
            if (inUse is null)
            {
                inUse = HostsChoice(configuredPath, logger) ?? OwnChoice(configuredPath, logger);
                inUsePath = configuredPath;
                Report(inUse, logger);
            }
            else if (configuredPath is not null && configuredPath != inUsePath)
            {
                throw Refused(configuredPath, $"this process already uses SQLite {inUse.Version} from {inUse.Source}");
            }

            return inUse;
        }
    }

    private static NativeLibraryInUse OwnChoice(string? configuredPath, ILogger logger)
    {
        var binding = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var found = NativeLibrarySearch.Find(configuredPath, binding);
        try
        {
            NativeLibrary.SetDllImportResolver(binding, (name, _, _) => name == ImportName ? found.Handle : 0);
        }
        catch (InvalidOperationException)
        {
            // An assembly takes one resolver in its life, and the host has set its own for the SQLite binding. It may know why; a configured path may not be lost.
            NativeLibrary.Free(found.Handle);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            return HostsChoice(configuredPath, logger)!;
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return new(found.Version, found.Source);
    }

    /// <summary>Null where the binding has not been set up by anybody yet.</summary>
    private static NativeLibraryInUse? HostsChoice(string? configuredPath, ILogger logger)
    {
        if (BoundVersion() is not { } version)
        {
            return null;
        }

        if (configuredPath is not null)
        {
            throw Refused(configuredPath, "the host has set up the SQLite binding itself; open the store first, or leave the path out");
        }

        if (version < NativeLibrarySearch.Oldest || raw.sqlite3_threadsafe() == 0)
        {
            throw new InvalidOperationException($"The host set up SQLite {version}; the store needs a thread-safe SQLite from {NativeLibrarySearch.Oldest} on.");
        }

        Log.LibraryChosenByHost(logger, version.ToString());
        return new(version, "the host");
    }

    private static Version? BoundVersion()
    {
        try
        {
            return NativeLibrarySearch.FromNumber(raw.sqlite3_libversion_number());
        }
        catch (Exception exception) when (exception.GetType() == typeof(Exception))
        {
            // The binding's way of saying that no provider is set; it has no question to ask instead.
            return null;
        }
    }

    private static void Report(NativeLibraryInUse library, ILogger logger)
    {
        Log.LibraryInUse(logger, library.Version.ToString(), library.Source);
        if (library.Version < NativeLibrarySearch.Current)
        {
            Log.LibraryIsOld(logger, library.Version.ToString(), library.Source);
        }
    }

    private static InvalidOperationException Refused(string path, string reason) => new($"The SQLite library {path} cannot be used: {reason}.");
}
