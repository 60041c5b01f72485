namespace ScCa.Seals.Pdf.Syntax;

/// <summary>The two ways to write a string (ISO 32000-1, 7.3.4).</summary>
internal static class PdfStringReader
{
    public static PdfText Literal(ReadOnlySpan<byte> bytes, PdfLexer lexer)
    {
        var start = lexer.Position;
        var at = start + 1;
        var text = new List<byte>();
        for (var open = 1; ;)
        {
            if (at >= bytes.Length)
                throw PdfLexer.Malformed();
            var c = bytes[at++];
            if (c == '\\')
            {
                at = Escape(bytes, at, text);
                continue;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0)
                break;
            if (c == '\r')
            {
                // An end of line, however written, is one line feed.
                at += at < bytes.Length && bytes[at] == '\n' ? 1 : 0;
                c = (byte)'\n';
            }

            text.Add(c);
        }

        lexer.Position = at;
        return new PdfText([.. text], isHex: false, start, at);
    }

    public static PdfText Hexadecimal(ReadOnlySpan<byte> bytes, PdfLexer lexer)
    {
        var start = lexer.Position;
        var length = bytes[start..].IndexOf((byte)'>');
        if (length < 0)
            throw PdfLexer.Malformed();
        var text = new List<byte>(length / 2);
        var high = -1;
        foreach (var c in bytes.Slice(start + 1, length - 1))
        {
            if (PdfCharacters.IsSpace(c))
                continue;
            var digit = PdfCharacters.HexValue(c);
            if (digit < 0)
                throw PdfLexer.Malformed();
            if (high >= 0)
                text.Add((byte)((high << 4) | digit));
            high = high >= 0 ? -1 : digit;
        }

        // A last digit that stands alone is followed by an implied zero.
        if (high >= 0)
            text.Add((byte)(high << 4));
        lexer.Position = start + length + 1;
        return new PdfText([.. text], isHex: true, start, lexer.Position);
    }

    private static int Escape(ReadOnlySpan<byte> bytes, int at, List<byte> text)
    {
        if (at >= bytes.Length)
            throw PdfLexer.Malformed();
        var c = bytes[at++];
        switch ((char)c)
        {
            case 'n':
                text.Add((byte)'\n');
                break;
            case 'r':
                text.Add((byte)'\r');
                break;
            case 't':
                text.Add((byte)'\t');
                break;
            case 'b':
                text.Add((byte)'\b');
                break;
            case 'f':
                text.Add((byte)'\f');
                break;
            case '\r':
                return at < bytes.Length && bytes[at] == '\n' ? at + 1 : at;
            case '\n':
                break;
            case >= '0' and <= '7':
                var value = c - '0';
                for (var digits = 1; digits < 3 && at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'7'; digits++)
                    value = (value * 8) + (bytes[at++] - '0');
                text.Add((byte)value);
                break;
            default:
                text.Add(c);
                break;
        }

        return at;
    }
}
