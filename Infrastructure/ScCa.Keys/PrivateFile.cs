using System.Security.Cryptography;

namespace ScCa.Keys;

/// <summary>A small file that only its owner may reach.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The whole content, in memory that the caller wipes.</summary>
    /// <exception cref="KeyRefusedException">The file is missing, is no regular file, is too long, or others may reach it.</exception>
    public static byte[] Read(string path, int lengthMax)
    {
        RefuseAllButRegular(path);
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 0 });
        // Asked of the open file, not of the path: what was checked is what is read, even if the name is moved meanwhile.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file.SafeFileHandle) is var mode && (mode & Others) != 0)
            throw KeyRefusals.ReadableByOthers(path, mode);
        if (file.Length > lengthMax)
            throw KeyRefusals.FileTooLong(path, lengthMax);

        var content = GC.AllocateArray<byte>((int)file.Length, pinned: true);
        file.ReadExactly(content);
        return content;
    }

    /// <summary>
    /// Makes the file with mode 0600; when this returns it survives a power cut. Never overwrites. Under its own name the file is there whole, or not at
    /// all; a crash on the way leaves at most a <c>.new</c> file beside it that nothing reads and anyone may delete.
    /// </summary>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        if (Path.Exists(path))
            throw KeyRefusals.FileAlreadyThere(path);
        // A name of its own for every attempt: two processes that both begin must not finish each other's file.
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.new";
        using (var file = new FileStream(unfinished, OwnerOnlyOptions()))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        MoveWithoutOverwriting(unfinished, path);
        Folder.MakeEntriesDurable(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>
    /// Overwrites the file and deletes it; when this returns, both survive a power cut. What a file system or a disk keeps of older contents is out of
    /// reach from here. Where there is no file, nothing happens.
    /// </summary>
    public static void Destroy(string path)
    {
        if (!File.Exists(path))
            return;
        using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 }))
        {
            file.Write(new byte[file.Length]);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
        Folder.MakeEntriesDurable(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static FileStreamOptions OwnerOnlyOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        // The mode is given to the creating call itself: there is no moment at which others could open the file.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void MoveWithoutOverwriting(string unfinished, string path)
    {
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (Path.Exists(path))
        {
            // Another process was first. What was written here is a secret that nobody will use.
            File.Delete(unfinished);
            throw KeyRefusals.FileAlreadyThere(path);
        }
    }

    // A pipe would make the opening wait for ever and a device may act on being read; both have no length, and are never opened.
    private static void RefuseAllButRegular(string path)
    {
        if (new FileInfo(path) is { Exists: false, LinkTarget: null } && !Directory.Exists(path))
            throw KeyRefusals.FileMissing(path);
        if (Target(path) is not FileInfo { Exists: true, Length: > 0 })
            throw KeyRefusals.NotARegularFile(path);
    }

    private static FileSystemInfo? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        }
        catch (IOException)
        {
            // A link that leads back to itself has no target.
            return null;
        }
    }
}
