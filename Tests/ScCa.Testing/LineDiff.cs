using System.Globalization;
using System.Text;

namespace ScCa.Testing;

/// <summary>What changed between two texts, line by line, with a little of what did not.</summary>
public static class LineDiff
{
    private const int Context = 2;

    /// <summary>Lines marked <c>-</c> are expected and missing, <c>+</c> are there and not expected; empty where nothing differs.</summary>
    public static string Between(string expected, string actual)
    {
        var lines = Compare(Lines(expected), Lines(actual));
        if (lines.TrueForAll(l => l.Mark == ' '))
            return "";

        var result = new StringBuilder();
        var shown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
                continue;
            if (shown != i - 1)
                result.Append("  … line ").Append(lines[i].Number.ToString(CultureInfo.InvariantCulture)).Append('\n');
            result.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            shown = i;
        }

        return result.ToString();
    }

    /// <summary>Line ends are not content: \r\n, \r and \n are one.</summary>
    internal static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool IsNearChange(List<Line> lines, int index)
    {
        var from = Math.Max(0, index - Context);
        var to = Math.Min(lines.Count - 1, index + Context);
        for (var i = from; i <= to; i++)
        {
            if (lines[i].Mark != ' ')
                return true;
        }

        return false;
    }

    private static List<Line> Compare(string[] expected, string[] actual)
    {
        var common = CommonLengths(expected, actual);
        var result = new List<Line>();
        var (e, a) = (0, 0);
        while (e < expected.Length || a < actual.Length)
        {
            if (e < expected.Length && a < actual.Length && expected[e] == actual[a])
            {
                result.Add(new Line(' ', expected[e], e + 1));
                (e, a) = (e + 1, a + 1);
            }
            else if (e < expected.Length && (a == actual.Length || common[e + 1, a] >= common[e, a + 1]))
            {
                result.Add(new Line('-', expected[e], e + 1));
                e++;
            }
            else
            {
                result.Add(new Line('+', actual[a], a + 1));
                a++;
            }
        }

        return result;
    }

    // common[e, a]: the longest common subsequence of what follows expected[e] and actual[a].
    private static int[,] CommonLengths(string[] expected, string[] actual)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var e = expected.Length - 1; e >= 0; e--)
        {
            for (var a = actual.Length - 1; a >= 0; a--)
                common[e, a] = expected[e] == actual[a] ? common[e + 1, a + 1] + 1 : Math.Max(common[e + 1, a], common[e, a + 1]);
        }

        return common;
    }

    private readonly record struct Line(char Mark, string Text, int Number);
}
