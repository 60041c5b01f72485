namespace ScCa.Keys;

/// <summary>
/// One process at a time in a folder: held while the lock file is open, and let go by the operating system when the process ends, however it ends. The file
/// stays: deleting it would let two processes hold two files of one name.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const int Attempts = 600;

    private const int PauseMs = 50;

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Waits for up to half a minute.</summary>
    /// <exception cref="IOException">Another process keeps the lock.</exception>
    public static FolderLock Take(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(PauseMs);
            }
        }
    }

    public void Dispose() => file.Dispose();
}
