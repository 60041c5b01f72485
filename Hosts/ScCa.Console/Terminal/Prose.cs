using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScCa.Console.Terminal;

/// <summary>
/// A text that is broken into lines as Chinese and English are: between any two Chinese characters, but never before a closing mark or after an opening one, and
/// otherwise at spaces. The text of the library itself knows spaces only, and leaves half-empty lines.
/// </summary>
internal sealed class Prose(string text, Style? style = null) : Renderable
{
    private const string NeverFirst = "，。；：、！？）”》】…";
    private const string NeverLast = "（“《【";

    private readonly string[] lines = text.Split('\n');

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var longest = lines.Max(Cells);
        var unbreakable = lines.SelectMany(Pieces).Select(Cells).DefaultIfEmpty(0).Max();
        return new Measurement(Math.Min(unbreakable, maxWidth), Math.Min(longest, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var first = true;
        foreach (var line in lines.SelectMany(line => Fill(line, maxWidth)))
        {
            if (!first)
                yield return Segment.LineBreak;
            first = false;
            if (line.Length > 0)
                yield return new Segment(line, style ?? Style.Plain);
        }
    }

    private static IEnumerable<string> Fill(string line, int width)
    {
        var filled = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(line).SelectMany(piece => Cut(piece, width)))
        {
            if (used > 0 && used + Cells(piece.TrimEnd()) > width)
            {
                yield return filled.ToString().TrimEnd();
                filled.Clear();
                used = 0;
            }

            filled.Append(piece);
            used += Cells(piece);
        }

        yield return filled.ToString().TrimEnd();
    }

    // What must stay together: an English word with the space behind it, a Chinese character with the marks that cling to it.
    private static IEnumerable<string> Pieces(string line)
    {
        var start = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (!MayBreak(line[i - 1], line[i]))
                continue;
            yield return line[start..i];
            start = i;
        }

        if (start < line.Length)
            yield return line[start..];
    }

    private static bool MayBreak(char before, char after)
    {
        if (after == ' ' || NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal) || char.IsLowSurrogate(after))
            return false;
        return before == ' ' || IsWide(before) || IsWide(after);
    }

    // Wider than the column, a word is cut: a serial number must not lose its end.
    private static IEnumerable<string> Cut(string piece, int width)
    {
        for (; Cells(piece) > width && width > 1; piece = piece[Head(piece, width)..])
            yield return piece[..Head(piece, width)];
        yield return piece;
    }

    private static int Head(string piece, int width)
    {
        var head = 1;
        while (head < piece.Length && Cells(piece[..(head + 1)]) <= width)
            head++;
        return head;
    }

    private static bool IsWide(char c) => Cells(c.ToString()) > 1;

    private static int Cells(string text) => new Segment(text).CellCount();
}
