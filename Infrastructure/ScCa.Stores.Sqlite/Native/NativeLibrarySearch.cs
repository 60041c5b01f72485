using System.Reflection;
using System.Runtime.InteropServices;

namespace ScCa.Stores.Sqlite.Native;

/// <summary>A library that was found and loaded.</summary>
internal sealed record FoundLibrary(nint Handle, Version Version, string Source);

/// <summary>
/// Finds the SQLite library: the configured one; else the system's, which the distribution keeps patched; else the packaged one, so that a bare machine
/// runs at once. A configured library that cannot serve is an error, never a silent step to the next.
/// </summary>
internal static class NativeLibrarySearch
{
    /// <summary>What this store's SQL needs (the packaged library).</summary>
    public static readonly Version Oldest = new(3, 35, 0);

    /// <summary>Below this the system's library is not preferred to the packaged one, and whatever is in use is warned about.</summary>
    public static readonly Version Current = new(3, 38, 0);

    private const string PackagedName = "e_sqlite3";

    public static FoundLibrary Find(string? configuredPath, Assembly packagedWith)
    {
        if (configuredPath is not null)
        {
            return Load(configuredPath) ?? throw new InvalidOperationException(
                $"The configured SQLite library {configuredPath} cannot be loaded, is no thread-safe SQLite, or is older than {Oldest}.");
        }

        return SystemNames.Select(Load).FirstOrDefault(found => IsCurrent(found))
            ?? Packaged(packagedWith)
            ?? throw new InvalidOperationException(
                "No SQLite library: the system has none from 3.38 on, and the packaged one is not beside the program. Configure the path of one.");
    }

    private static string[] SystemNames =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0"];

    private static FoundLibrary? Load(string name) =>
        NativeLibrary.TryLoad(name, out var handle) ? Examine(handle, name) : null;

    private static FoundLibrary? Packaged(Assembly packagedWith) =>
        NativeLibrary.TryLoad(PackagedName, packagedWith, searchPath: null, out var handle) ? Examine(handle, "the package") : null;

    private static bool IsCurrent(FoundLibrary? found)
    {
        if (found is null || found.Version >= Current)
        {
            return found is not null;
        }

        NativeLibrary.Free(found.Handle);
        return false;
    }

    private static FoundLibrary? Examine(nint handle, string source)
    {
        if (Ask(handle, "sqlite3_libversion_number") is { } number && Ask(handle, "sqlite3_threadsafe") is not (null or 0)
            && FromNumber(number) is var version && version >= Oldest)
        {
            return new(handle, version, source);
        }

        NativeLibrary.Free(handle);
        return null;
    }

    private static int? Ask(nint handle, string function) =>
        NativeLibrary.TryGetExport(handle, function, out var address) ? Marshal.GetDelegateForFunctionPointer<Number>(address)() : null;

    /// <summary>3040001 is 3.40.1.</summary>
    internal static Version FromNumber(int number) => new(number / 1_000_000, number / 1_000 % 1_000, number % 1_000);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Number();
}
