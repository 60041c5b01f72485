namespace ScCa.Gateways.Lines;

/// <summary>
/// A file of JSON lines that several processes add to. Whoever reads or writes holds the lock file beside it, which the operating system lets go of when
/// its process ends, however it ends.
/// </summary>
internal sealed class LinesFile(string folder, string name)
{
    // Half a minute in all: longer than any honest holder needs.
    private const int Attempts = 1500;

    private const int PauseMs = 20;

    private readonly string path = Path.Combine(folder, name);

    /// <exception cref="IOException">The lock stayed taken, or the disk failed: what was to be written may or may not have been.</exception>
    public async Task<T> WithLock<T>(Func<OpenLines, T> work, CancellationToken cancellation)
    {
        WholeFile.CreateFolder(folder);
        using var only = await Lock(cancellation).ConfigureAwait(false);
        using var file = new FileStream(path, OwnerOnly(FileShare.ReadWrite));
        return work(new OpenLines(file));
    }

    private async Task<FileStream> Lock(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", OwnerOnly(FileShare.None));
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(PauseMs, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static FileStreamOptions OwnerOnly(FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
