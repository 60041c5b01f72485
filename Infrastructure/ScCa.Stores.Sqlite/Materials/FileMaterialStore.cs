using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;

namespace ScCa.Stores.Sqlite.Materials;

/// <summary>
/// Sealed materials as files, <c>materials/ab/cdef…/name</c>: a folder for each subject, named by a hash of its id, so that no id leads out of the data
/// folder. A file is written under another name, flushed and then renamed: under its own it is there whole, or not at all.
/// </summary>
internal sealed class FileMaterialStore(string dataFolder) : IMaterialStore
{
    private const string FolderName = "materials";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private int unfinished;

    public ValueTask Put(string subject, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        MaterialArguments.Check(subject, name);
        ArgumentOutOfRangeException.ThrowIfZero(content.Length, nameof(content));
        cancellation.ThrowIfCancellationRequested();
        var folder = FolderOf(subject);
        Create(folder);
        var path = Path.Combine(folder, name);
        File.Move(Write(path, content.Span), path, overwrite: true);
        FolderEntries.MakeDurable(folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<ReadOnlyMemory<byte>?> Find(string subject, string name, int bytesMax, CancellationToken cancellation)
    {
        MaterialArguments.Check(subject, name);
        cancellation.ThrowIfCancellationRequested();
        var path = Path.Combine(FolderOf(subject), name);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        if (RandomAccess.GetLength(file) is var length && length > bytesMax)
        {
            throw new InvalidDataException($"A material of {length} bytes is longer than the {bytesMax} that were asked for.");
        }

        var content = new byte[length];
        var read = 0;
        while (read < content.Length && await RandomAccess.ReadAsync(file, content.AsMemory(read), read, cancellation).ConfigureAwait(false) is > 0 and var more)
        {
            read += more;
        }

        return content.AsMemory(0, read);
    }

    public ValueTask DeleteAll(string subject, CancellationToken cancellation)
    {
        StoredText.CheckName(subject, nameof(subject));
        cancellation.ThrowIfCancellationRequested();
        var folder = FolderOf(subject);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
            FolderEntries.MakeDurable(Path.GetDirectoryName(folder)!);
        }

        return ValueTask.CompletedTask;
    }

    private string FolderOf(string subject)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));
        return Path.Combine(dataFolder, FolderName, hash[..2], hash[2..]);
    }

    // Every folder on the way, each time: one that another process has just made may not have reached the disk yet.
    private void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        var prefix = Path.GetDirectoryName(folder)!;
        FolderEntries.MakeDurable(prefix);
        FolderEntries.MakeDurable(Path.GetDirectoryName(prefix)!);
        FolderEntries.MakeDurable(dataFolder);
    }

    private string Write(string path, ReadOnlySpan<byte> content)
    {
        var (file, unfinishedPath) = CreateUnfinished(path);
        using (file)
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        return unfinishedPath;
    }

    // A name of its own for every attempt, also beside what an earlier process of the same number has left.
    private (FileStream File, string Path) CreateUnfinished(string path)
    {
        while (true)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref unfinished)}.new");
            try
            {
                return (new FileStream(name, Options()), name);
            }
            catch (IOException) when (File.Exists(name))
            {
                // Left by a crash; it goes with everything else of its subject.
            }
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
