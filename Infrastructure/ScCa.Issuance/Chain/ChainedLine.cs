using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScCa.Issuance.Chain;

/// <summary>
/// One line of a chained file: <c>number TAB content TAB hash</c>, the hash being SHA-256 over the hash before it, the number and the content. Whoever takes
/// a line out, puts one in or changes one must write all that follow anew.
/// </summary>
/// <param name="Content">Text without TAB and line breaks.</param>
internal sealed record ChainedLine(long Number, string Content, string Hash)
{
    /// <summary>What stands before the first line.</summary>
    public static string Beginning { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    private static readonly SearchValues<char> Separators = SearchValues.Create("\t\r\n");

    public static ChainedLine After(ChainedLine? before, string content)
    {
        if (content.AsSpan().ContainsAny(Separators))
            throw new ArgumentException("A line is one line.", nameof(content));
        var number = (before?.Number ?? 0) + 1;
        return new(number, content, HashOf(before, number, content));
    }

    /// <summary>The line; null where it is none or does not follow.</summary>
    public static ChainedLine? TryRead(ChainedLine? before, string text)
    {
        if (text.Split('\t') is not [var number, var content, var hash])
            return null;
        var line = After(before, content);
        return number == NumberText(line.Number) && hash == line.Hash ? line : null;
    }

    public override string ToString() => $"{NumberText(Number)}\t{Content}\t{Hash}\n";

    private static string HashOf(ChainedLine? before, long number, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before?.Hash ?? Beginning}\t{NumberText(number)}\t{content}")));

    private static string NumberText(long number) => number.ToString(CultureInfo.InvariantCulture);
}
