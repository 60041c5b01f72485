using System.Text;

namespace ScCa.Testing;

/// <summary>Searches every file of a data folder byte by byte.</summary>
/// <param name="except">What the names of files end with that are passed over: a certificate on a USB key is in its holder's hands.</param>
public sealed class FolderSearch(string folder, params string[] except)
{
    public string[] FilesWith(ReadOnlyMemory<byte> needle) =>
    [
        .. Files().Where(file => Content(file).AsSpan().IndexOf(needle.Span) >= 0),
    ];

    /// <summary>Fails where one of the texts is found in an encoding that a file may hold it in; the text itself is not told.</summary>
    public void FindsNone(params string[] texts)
    {
        var files = Files().Select(file => (Path: file, Bytes: Content(file))).ToList();
        foreach (var text in texts)
        {
            foreach (var needle in WaysToWrite(text))
            {
                foreach (var file in files)
                {
                    if (file.Bytes.AsSpan().IndexOf(needle) >= 0)
                        throw new TestFailedException($"A text of {text.Length} characters was found in {Path.GetRelativePath(folder, file.Path)}.");
                }
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

    /// <summary>Every way in which a file may hold a text.</summary>
    public static IEnumerable<byte[]> WaysToWrite(string text) => Written(Encoding.UTF8.GetBytes(text)).Concat(InOtherEncodings(text));

    // A lock is an empty file, and nobody else may open it while it is held.
    private static byte[] Content(string file) => new FileInfo(file).Length == 0 ? [] : File.ReadAllBytes(file);

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !except.Any(end => file.EndsWith(end, StringComparison.Ordinal)));

    private static IEnumerable<byte[]> InOtherEncodings(string text)
    {
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.BigEndianUnicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => $"\\u{(int)c:X4}")));
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => $"\\u{(int)c:x4}")));
        if (text.All(char.IsAscii))
            yield break;
        foreach (var written in Written(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text)))
            yield return written;
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:X4}")));
        yield return Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c:x4}")));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(text));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(text).ToLowerInvariant());
        // As in a form: blanks as plus signs.
        yield return Encoding.ASCII.GetBytes(System.Net.WebUtility.UrlEncode(text));
    }

    // As they are, and in Base64 at each of its three offsets: only the characters that nothing beside them has a share in, all of those.
    private static IEnumerable<byte[]> Written(byte[] bytes)
    {
        yield return bytes;
        for (var offset = 0; offset < 3; offset++)
        {
            var coded = Convert.ToBase64String([.. new byte[offset], .. bytes]).TrimEnd('=');
            var (shared, sharedAtTheEnd) = (offset == 0 ? 0 : offset + 1, (offset + bytes.Length) % 3 == 0 ? 0 : 1);
            yield return Encoding.ASCII.GetBytes(coded[shared..^sharedAtTheEnd]);
        }
    }
}
