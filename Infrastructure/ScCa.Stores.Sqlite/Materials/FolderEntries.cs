using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ScCa.Stores.Sqlite.Materials;

/// <summary>
/// A new name in a folder survives a power cut only once the folder itself has been written; fsync(2) of the file alone does not do that. A material that an
/// event names must not vanish.
/// </summary>
internal static partial class FolderEntries
{
    private const int ReadOnly = 0;

    public static void MakeDurable(string folder)
    {
        // NTFS keeps a journal of names and offers no such call.
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder {folder} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        try
        {
            if (Synchronise(descriptor) != 0)
                throw new IOException($"The folder {folder} cannot be written to disk.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronise(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
