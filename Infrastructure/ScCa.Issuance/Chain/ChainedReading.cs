using System.Text;

namespace ScCa.Issuance.Chain;

/// <summary>What a chained file holds.</summary>
/// <param name="Lines">Those that follow one another from the first on.</param>
/// <param name="Length">How many octets they take.</param>
/// <param name="IsTorn">Behind them is a beginning of a line: a power cut while it was written. Nobody was told that it was there.</param>
/// <param name="BrokenAt">The number of the line that does not follow; null where all do.</param>
internal sealed record ChainedReading(IReadOnlyList<ChainedLine> Lines, long Length, bool IsTorn, long? BrokenAt)
{
    public static ChainedReading Of(ReadOnlySpan<byte> file)
    {
        var lines = new List<ChainedLine>();
        var length = 0;
        for (var end = file.IndexOf((byte)'\n'); end >= 0; end = file[length..].IndexOf((byte)'\n'))
        {
            if (ChainedLine.TryRead(lines is [.., var before] ? before : null, Encoding.UTF8.GetString(file.Slice(length, end))) is not { } line)
                return new(lines, length, IsTorn: false, lines.Count + 1);
            lines.Add(line);
            length += end + 1;
        }

        return new(lines, length, IsTorn: length < file.Length, BrokenAt: null);
    }

    public ChainedLine? Last => Lines is [.., var last] ? last : null;

    /// <summary>Reads beside a writer.</summary>
    public static ChainedReading OfFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        var read = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return Of(content.AsSpan(0, read));
    }
}
