namespace ScCa.Seals.Pdf.Syntax;

/// <summary>An indirect object in the file: "n g obj … endobj" (ISO 32000-1, 7.3.10), streams included.</summary>
internal static class PdfObjectReader
{
    public static (int Number, int Generation, PdfValue Value, int End) Read(
        ReadOnlyMemory<byte> file, int offset, PdfBudget budget, Func<PdfValue, int> lengthOf)
    {
        if (offset >= file.Length)
            throw PdfLexer.Malformed();
        var lexer = new PdfLexer(file, budget, offset);
        var (number, generation) = (lexer.ReadInteger(), lexer.ReadInteger());
        lexer.Expect("obj");
        var value = lexer.ReadValue();
        if (value is PdfDictionary dictionary && lexer.TryExpect("stream"))
            value = Stream(file, lexer, dictionary, lengthOf);
        lexer.Expect("endobj");
        budget.TakeBytes(lexer.Position - offset);
        return (number, generation, value, lexer.Position);
    }

    private static PdfStream Stream(ReadOnlyMemory<byte> file, PdfLexer lexer, PdfDictionary dictionary, Func<PdfValue, int> lengthOf)
    {
        // 7.3.8.1: after the keyword comes a line feed, with or without a carriage return before it.
        var before = lexer.Position;
        lexer.SkipLineEnd();
        var start = lexer.Position;
        var isGood = start > before && file.Span[start - 1] == '\n';
        var length = lengthOf(dictionary.Find("Length") ?? PdfNull.It);
        if (!isGood || length > file.Length - start)
            throw PdfLexer.Malformed();
        lexer.Position = start + length;
        lexer.SkipLineEnd();
        if (!file.Span[lexer.Position..].StartsWith("endstream"u8))
            throw PdfLexer.Malformed();
        lexer.Expect("endstream");
        return new PdfStream(dictionary, file.Slice(start, length));
    }
}
