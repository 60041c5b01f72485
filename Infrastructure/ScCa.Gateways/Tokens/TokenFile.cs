using System.Security.Cryptography;

namespace ScCa.Gateways.Tokens;

/// <summary>Small files (mode 0600) that are there whole or not at all, whatever crashes.</summary>
internal static class TokenFile
{
    /// <summary>Writes the file unless it is there already; then the one that is there stays, and the answer is false.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = WriteUnfinished(path, content);
        try
        {
            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
            return false;
        }
    }

    public static void Replace(string path, ReadOnlySpan<byte> content) => File.Move(WriteUnfinished(path, content), path, overwrite: true);

    // A name of its own for every attempt: two writers must not finish each other's file.
    private static string WriteUnfinished(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(unfinished, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return unfinished;
    }
}
