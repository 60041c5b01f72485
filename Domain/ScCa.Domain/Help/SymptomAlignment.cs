namespace ScCa.Domain.Help;

/// <summary>
/// How much of a symptom stands in a text: the best local alignment (Smith and Waterman, 1981). A fragment of the symptom, the symptom within a longer text and
/// a copy with characters changed, lost or added are one and the same question to it.
/// </summary>
internal static class SymptomAlignment
{
    private const int Match = 2;
    private const int Miss = 1;

    // A message of four characters stands by chance, nearly, in many a long text, and four common characters in many a long message: what is left over on
    // either side counts against it, up to a limit.
    private const double PerCharacterLeftOver = 0.15;
    private const int LeftOverMax = 10;

    /// <summary>In half characters: twice the characters found, less one for each that is changed, lost or added between them.</summary>
    public static int Strength(ReadOnlySpan<char> text, ReadOnlySpan<char> symptom)
    {
        Span<int> row = symptom.Length < 256 ? stackalloc int[symptom.Length + 1] : new int[symptom.Length + 1];
        row.Clear();
        var best = 0;
        foreach (var c in text)
        {
            var diagonal = 0;
            for (var i = 1; i < row.Length; i++)
            {
                var aligned = diagonal + (c == symptom[i - 1] ? Match : -Miss);
                diagonal = row[i];
                row[i] = Math.Max(Math.Max(aligned, 0), Math.Max(row[i], row[i - 1]) - Miss);
                best = Math.Max(best, row[i]);
            }
        }

        return best;
    }

    /// <summary>1 where both are the same, and less the more is missing or left over.</summary>
    public static double Score(int strength, int textLength, int symptomLength)
    {
        var leftOver = Math.Min(Math.Abs(textLength - symptomLength), LeftOverMax);
        return strength / (Match * (Math.Min(textLength, symptomLength) + (PerCharacterLeftOver * leftOver)));
    }
}
