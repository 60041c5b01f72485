using System.Text;

namespace ScCa.Testing;

/// <summary>Searches every file of a data folder byte by byte, the stand-ins' excepted: what is on a USB key is in its holder's hands.</summary>
public sealed class FolderSearch(string folder)
{
    private readonly string standIns = Path.Combine(folder, "stand-ins") + Path.DirectorySeparatorChar;

    public string[] FilesWith(ReadOnlyMemory<byte> needle) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(standIns, StringComparison.Ordinal) && File.ReadAllBytes(file).AsSpan().IndexOf(needle.Span) >= 0),
    ];

    /// <summary>Fails where one of the texts is found in an encoding that a file may hold it in; the text itself is not told.</summary>
    public void FindsNone(params string[] texts)
    {
        foreach (var text in texts)
        {
            foreach (var needle in Written(Encoding.UTF8.GetBytes(text)).Concat(InOtherEncodings(text)))
            {
                if (FilesWith(needle) is [var file, ..])
                    throw new TestFailedException($"A text of {text.Length} characters was found in {Path.GetRelativePath(folder, file)}.");
            }
        }
    }

    /// <summary>Fails where the bytes are found, as they are or in Base64.</summary>
    public void FindsNone(ReadOnlyMemory<byte> bytes)
    {
        foreach (var needle in Written(bytes.ToArray()))
        {
            if (FilesWith(needle) is [var file, ..])
                throw new TestFailedException($"{bytes.Length} bytes were found in {Path.GetRelativePath(folder, file)}.");
        }
    }

    private static IEnumerable<byte[]> InOtherEncodings(string text)
    {
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.BigEndianUnicode.GetBytes(text);
        if (text.All(char.IsAscii))
            yield break;
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:X4}")));
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:x4}")));
    }

    // As they are, and in Base64 at each of its three offsets: the characters at the ends depend on what stands beside them.
    private static IEnumerable<byte[]> Written(byte[] bytes)
    {
        yield return bytes;
        for (var offset = 0; offset < 3; offset++)
        {
            var coded = Convert.ToBase64String([.. new byte[offset], .. bytes]).TrimEnd('=');
            yield return Encoding.ASCII.GetBytes(coded[4..^2]);
        }
    }
}
