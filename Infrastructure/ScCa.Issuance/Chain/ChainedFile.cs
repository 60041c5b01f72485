using System.Text;
using ScCa.Keys;

namespace ScCa.Issuance.Chain;

/// <summary>
/// A file of lines that is only ever added to. A line is durable before the task that adds it is done; lines that come while the disk is flushing share the
/// next flush, so that many who wait cost one. <b>Concurrency</b>: safe from any thread; one process holds one file.
/// </summary>
internal sealed class ChainedFile : IDisposable
{
    private const int FilesMax = 64;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);


    private readonly FileStream file;
    private readonly FileStream only;
    private readonly object gate = new();
    private readonly string path;
    private List<WaitingLine> waiting = [];
    private ChainedLine? last;
    private Exception? brokenBy;
    private bool isFlushing;
    private bool isFlushSoon;
    private bool isClosed;

    private ChainedFile(string path, FileStream file, FileStream only, ChainedReading reading) =>
        (this.path, this.file, this.only, last, WasTorn, Lines) = (path, file, only, reading.Last, reading.IsTorn, reading.Lines);

    public string Name => Path.GetFileName(path);

    /// <summary>What was in it when it was opened.</summary>
    public IReadOnlyList<ChainedLine> Lines { get; }

    /// <summary>The beginning of a line was found behind the last and cut off.</summary>
    public bool WasTorn { get; }

    /// <summary>How often the disk was asked to flush.</summary>
    public long Flushes { get; private set; }

    /// <summary>All files of one stem in a folder, in their order.</summary>
    public static IEnumerable<string> FilesIn(string folder, string stem) => Enumerable.Range(1, FilesMax).Select(number => PathOf(folder, stem, number)).Where(File.Exists);

    /// <summary>
    /// The first file of a stem that no other process holds: hosts that work on one folder at the same time have a file each. Made where there is none.
    /// </summary>
    /// <exception cref="ChainBrokenException">It was altered.</exception>
    public static ChainedFile OpenFree(string folder, string stem)
    {
        for (var number = 1; number <= FilesMax; number++)
        {
            var path = PathOf(folder, stem, number);
            if (TryLock(path + ".lock") is not { } only)
                continue;
            try
            {
                return Open(path, only);
            }
            catch
            {
                only.Dispose();
                throw;
            }
        }

        throw new IOException($"All {FilesMax} files {stem} in {folder} are held by other processes.");
    }

    /// <summary>Adds a line. It is durable when the task is done; where the disk fails it may be there or not, and nothing more is added.</summary>
    public Task<ChainedLine> Append(string content)
    {
        lock (gate)
            return Add(content).Done.Task;
    }

    /// <summary>The same for who cannot await; it blocks no thread of the pool for longer than a flush.</summary>
    public ChainedLine AppendAndWait(string content)
    {
        lock (gate)
        {
            var line = Add(content);
            while (!line.IsOver)
                Monitor.Wait(gate);
            return line.Line ?? throw new IOException($"{path} could not be written to.", brokenBy);
        }
    }

    /// <summary>Adds a line that nobody waits for: it is flushed with the next that somebody does wait for, and after a moment in any case.</summary>
    public void AppendSoon(string content)
    {
        lock (gate)
        {
            if (isClosed || brokenBy is not null)
                return;
            waiting.Add(new(content));
            if (isFlushing || isFlushSoon)
                return;
            isFlushSoon = true;
        }

        _ = FlushSoon();
    }

    /// <summary>Waits until what was added is durable.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            StartFlushing();
            while (isFlushing)
                Monitor.Wait(gate);
        }

        file.Dispose();
        only.Dispose();
    }

    // Under the gate, as what follows it.
    private WaitingLine Add(string content)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (brokenBy is not null)
            throw new IOException($"{path} could not be written to; open it again.", brokenBy);
        var line = new WaitingLine(content);
        waiting.Add(line);
        StartFlushing();
        return line;
    }

    private void StartFlushing()
    {
        if (isFlushing)
            return;
        isFlushing = true;
        _ = Task.Run(Flush);
    }

    private async Task FlushSoon()
    {
        await Task.Delay(Soon).ConfigureAwait(false);
        lock (gate)
        {
            isFlushSoon = false;
            if (waiting.Count > 0 && !isClosed)
                StartFlushing();
        }
    }

    private void Flush()
    {
        while (TakeBatch() is { } batch)
        {
            try
            {
                Tell(batch, Write(batch));
            }
            catch (Exception e)
            {
                Break(batch, e);
            }
        }
    }

    private List<WaitingLine>? TakeBatch()
    {
        lock (gate)
        {
            isFlushing = waiting.Count > 0;
            if (!isFlushing)
            {
                Monitor.PulseAll(gate);
                return null;
            }

            var batch = waiting;
            waiting = [];
            return batch;
        }
    }

    private List<ChainedLine> Write(List<WaitingLine> batch)
    {
        var text = new StringBuilder();
        var lines = new List<ChainedLine>(batch.Count);
        foreach (var line in batch)
        {
            lines.Add(ChainedLine.After(lines is [.., var before] ? before : last, line.Content));
            text.Append(lines[^1]);
        }

        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
        last = lines[^1];
        Flushes++;
        return lines;
    }

    private void Tell(List<WaitingLine> batch, List<ChainedLine> lines)
    {
        lock (gate)
        {
            for (var i = 0; i < lines.Count; i++)
                (batch[i].Line, batch[i].IsOver) = (lines[i], true);
            Monitor.PulseAll(gate);
        }

        for (var i = 0; i < lines.Count; i++)
            batch[i].Done.SetResult(lines[i]);
    }

    // What a failed flush left on the disk is known only after the file is opened again.
    private void Break(List<WaitingLine> batch, Exception reason)
    {
        lock (gate)
        {
            brokenBy = reason;
            batch.AddRange(waiting);
            waiting = [];
            batch.ForEach(line => line.IsOver = true);
            Monitor.PulseAll(gate);
        }

        batch.ForEach(line => line.Done.TrySetException(reason));
    }

    private static ChainedFile Open(string path, FileStream only)
    {
        // Made with its first line, so that the file's name is durable with it.
        if (!File.Exists(path))
            PrivateFile.Create(path, Encoding.UTF8.GetBytes(ChainedLine.After(null, "begun").ToString()));
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 });
        try
        {
            var reading = ChainedReading.OfFile(path);
            if (reading.BrokenAt is { } line)
                throw new ChainBrokenException(Path.GetFileName(path), line);
            if (reading.IsTorn)
                file.SetLength(reading.Length);
            file.Seek(0, SeekOrigin.End);
            return new(path, file, only, reading);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string PathOf(string folder, string stem, int number) => Path.Combine(folder, FormattableString.Invariant($"{stem}-{number}.log"));
}
