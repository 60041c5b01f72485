namespace ScCa.Seals.Pdf.Syntax;

/// <summary>startxref and %%EOF (ISO 32000-1, 7.5.5), at the end of the file and of each revision.</summary>
internal static class PdfTail
{
    private const int SearchLength = 2048;

    public static int StartOfXref(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        var from = Math.Max(0, file.Length - SearchLength);
        var at = file.Span[from..].LastIndexOf("startxref"u8);
        if (at < 0)
            throw PdfLexer.Malformed();
        var lexer = new PdfLexer(file, budget, from + at + "startxref".Length);
        return lexer.ReadInteger();
    }

    /// <summary>Where the revision ends whose section ends here; none in the first part of a linearized file, which says "startxref 0".</summary>
    public static int? RevisionEnd(ReadOnlyMemory<byte> file, int sectionEnd, PdfBudget budget)
    {
        var lexer = new PdfLexer(file, budget, sectionEnd);
        if (!lexer.TryExpect("startxref") || lexer.ReadInteger() == 0)
            return null;
        var span = file.Span;
        var at = lexer.Position;
        while (at < span.Length && PdfCharacters.IsSpace(span[at]))
            at++;
        return span[Math.Min(at, span.Length)..].StartsWith("%%EOF"u8) ? at + "%%EOF".Length : null;
    }
}
