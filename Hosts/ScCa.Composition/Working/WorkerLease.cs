namespace ScCa.Composition.Working;

/// <summary>
/// Only one worker at a time per data folder. The operating system lets go of the lock when its process ends, however it ends, so a killed worker never
/// keeps others out.
/// </summary>
internal sealed class WorkerLease : IDisposable
{
    private readonly FileStream? file;

    private WorkerLease(FileStream? file) => this.file = file;

    public static WorkerLease NotNeeded { get; } = new(null);

    /// <summary>The lease, or null while another worker has it.</summary>
    public static WorkerLease? TryTake(string path)
    {
        try
        {
            return new WorkerLease(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file?.Dispose();
}
