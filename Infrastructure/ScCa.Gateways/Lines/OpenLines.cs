using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScCa.Gateways.Lines;

/// <summary>The lines of a file while its lock is held. A line counts once its line feed is there; what follows the last one was torn by a crash.</summary>
internal sealed class OpenLines(FileStream file)
{
    private const byte LineFeed = (byte)'\n';

    // People read these files: Chinese stays Chinese. Line feeds within a text are escaped whatever the encoder.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Every line from an offset on, and the offset behind the last one.</summary>
    /// <exception cref="InvalidDataException">A line is not what this file holds. The message does not quote it.</exception>
    public (IReadOnlyList<T> Lines, long End) ReadFrom<T>(long offset)
    {
        file.Position = offset;
        var bytes = new byte[file.Length - offset];
        file.ReadExactly(bytes);
        var whole = bytes.AsSpan(0, bytes.AsSpan().LastIndexOf(LineFeed) + 1);
        var lines = new List<T>();
        foreach (var range in whole.Split(LineFeed))
        {
            if (whole[range] is { Length: > 0 } line)
                lines.Add(Parse<T>(line));
        }

        return (lines, offset + whole.Length);
    }

    /// <summary>Whether a line ends right before the offset, or nothing does.</summary>
    public bool IsBetweenLines(long offset)
    {
        if (offset == 0)
            return true;
        if (offset > file.Length)
            return false;
        file.Position = offset - 1;
        return file.ReadByte() == LineFeed;
    }

    /// <summary>Adds a line; when this returns it survives a power cut.</summary>
    public void Append<T>(T line) => AppendAll([line]);

    /// <summary>Adds lines, at most once to the disk for all; a crash on the way leaves the first few of them, whole.</summary>
    public void AppendAll<T>(IReadOnlyList<T> lines)
    {
        // What a crash tore off was never acknowledged, and no reader was ever given an offset behind it: it may go.
        file.SetLength(EndOfLastLine());
        file.Position = file.Length;
        using var all = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(all, line, Json);
            all.WriteByte(LineFeed);
        }

        file.Write(all.GetBuffer().AsSpan(0, (int)all.Length));
        file.Flush(flushToDisk: true);
    }

    private T Parse<T>(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw NotOurs();
        }
        catch (JsonException)
        {
            // Its message may quote the line, and the line a phone number.
            throw NotOurs();
        }
    }

    private InvalidDataException NotOurs() => new($"{Path.GetFileName(file.Name)} holds a line that is none of its own. Restore the file, or move it away.");

    private long EndOfLastLine()
    {
        var end = file.Length;
        while (!IsBetweenLines(end))
            end--;
        return end;
    }
}
