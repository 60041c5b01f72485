using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>Reads values (ISO 32000-1, 7.2 and 7.3) from bytes; whatever is not as prescribed is refused.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, PdfBudget budget, int position = 0)
{
    // 7.3.5 and Annex C: no name is longer than 127 bytes in practice, no number longer than this.
    private const int TokenLengthMax = 256;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public int Position { get; set; } = position;

    private byte Current => Position < bytes.Length ? bytes.Span[Position] : (byte)0;

    private bool IsAtEnd => Position >= bytes.Length;

    public void SkipSpace()
    {
        var span = bytes.Span;
        while (Position < span.Length)
        {
            if (PdfCharacters.IsSpace(span[Position]))
                Position++;
            else if (span[Position] == '%')
                SkipComment();
            else
                return;
        }
    }

    public PdfValue ReadValue(int depth = 0)
    {
        budget.TakeValue();
        if (depth > budget.Limits.DepthMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
        SkipSpace();
        if (IsAtEnd)
            throw Malformed();
        return (char)Current switch
        {
            '/' => ReadName(),
            '(' => PdfStringReader.Literal(bytes.Span, this),
            '[' => ReadArray(depth),
            '<' when Next() == '<' => ReadDictionary(depth),
            '<' => PdfStringReader.Hexadecimal(bytes.Span, this),
            '+' or '-' or '.' or (>= '0' and <= '9') => ReadNumberOrReference(),
            _ => ReadKeyword() switch
            {
                "true" => new PdfBoolean(true),
                "false" => new PdfBoolean(false),
                "null" => PdfNull.It,
                _ => throw Malformed(),
            },
        };
    }

    public PdfDictionary ReadDictionary() => ReadValue() as PdfDictionary ?? throw Malformed();

    /// <summary>An integer without a sign, after space.</summary>
    public int ReadInteger()
    {
        SkipSpace();
        return TryReadInteger() ?? throw Malformed();
    }

    public void Expect(string keyword)
    {
        if (!TryExpect(keyword))
            throw Malformed();
    }

    /// <summary>The keyword after space, or nothing moves.</summary>
    public bool TryExpect(string keyword)
    {
        var before = Position;
        SkipSpace();
        var rest = bytes.Span[Math.Min(Position, bytes.Length)..];
        if (rest.Length >= keyword.Length && Encoding.Latin1.GetString(rest[..keyword.Length]) == keyword
            && (rest.Length == keyword.Length || !PdfCharacters.IsRegular(rest[keyword.Length])))
        {
            Position += keyword.Length;
            return true;
        }

        Position = before;
        return false;
    }

    /// <summary>The end of a line: one carriage return, one line feed, or both.</summary>
    public void SkipLineEnd()
    {
        if (!IsAtEnd && Current == '\r')
            Position++;
        if (!IsAtEnd && Current == '\n')
            Position++;
    }

    public static SealRefusedException Malformed() => new(SealRefusal.PdfMalformed);

    private int Next() => Position + 1 < bytes.Length ? bytes.Span[Position + 1] : -1;

    private void SkipComment()
    {
        var length = bytes.Span[Position..].IndexOfAny((byte)'\r', (byte)'\n');
        Position = length < 0 ? bytes.Length : Position + length;
    }

    private int? TryReadInteger()
    {
        var span = bytes.Span;
        var start = Position;
        var end = start;
        while (end < span.Length && PdfCharacters.IsDigit(span[end]))
            end++;
        if (end == start || end - start > 10 || (end < span.Length && PdfCharacters.IsRegular(span[end])))
            return null;
        var value = 0L;
        foreach (var digit in span[start..end])
            value = (value * 10) + (digit - '0');
        if (value > int.MaxValue)
            return null;
        Position = end;
        return (int)value;
    }

    private PdfValue ReadNumberOrReference()
    {
        var start = Position;
        if (TryReadInteger() is { } number)
        {
            var after = Position;
            SkipSpace();
            if (TryReadInteger() is { } generation && TryExpect("R"))
                return new PdfReference(number, generation);
            Position = after;
            return PdfNumber.Of(number);
        }

        Position = start;
        var text = ReadToken();
        var digits = text.AsSpan().TrimStart("+-");
        var isNumber = text.Length - digits.Length <= 1 && digits.ContainsAnyInRange('0', '9') && digits.Count('.') <= 1 && digits.IndexOfAnyExcept(NumberCharacters) < 0;
        return isNumber ? new PdfNumber(text) : throw Malformed();
    }

    private string ReadKeyword() => ReadToken();

    private string ReadToken()
    {
        var span = bytes.Span;
        var end = Position;
        while (end < span.Length && PdfCharacters.IsRegular(span[end]))
            end++;
        if (end == Position || end - Position > TokenLengthMax)
            throw Malformed();
        var token = Encoding.Latin1.GetString(span[Position..end]);
        Position = end;
        return token;
    }

    private PdfName ReadName()
    {
        Position++;
        var name = new StringBuilder();
        var span = bytes.Span;
        while (Position < span.Length && PdfCharacters.IsRegular(span[Position]) && name.Length <= TokenLengthMax)
        {
            if (span[Position] == '#')
            {
                name.Append(ReadEscape(span));
                Position += 3;
            }
            else
            {
                name.Append((char)span[Position++]);
            }
        }

        return name.Length <= TokenLengthMax ? new PdfName(name.ToString()) : throw Malformed();
    }

    private char ReadEscape(ReadOnlySpan<byte> span)
    {
        if (Position + 2 >= span.Length)
            throw Malformed();
        var (high, low) = (PdfCharacters.HexValue(span[Position + 1]), PdfCharacters.HexValue(span[Position + 2]));
        var value = (high << 4) | low;
        return high >= 0 && low >= 0 && value > 0 ? (char)value : throw Malformed();
    }

    private PdfArray ReadArray(int depth)
    {
        Position++;
        var items = ImmutableArray.CreateBuilder<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (!IsAtEnd && Current == ']')
            {
                Position++;
                return new PdfArray(items.ToImmutable());
            }

            items.Add(ReadValue(depth + 1));
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        Position += 2;
        var entries = ImmutableArray.CreateBuilder<(string, PdfValue)>();
        while (true)
        {
            SkipSpace();
            if (!IsAtEnd && Current == '>' && Next() == '>')
            {
                Position += 2;
                return new PdfDictionary(entries.ToImmutable());
            }

            if (IsAtEnd || Current != '/')
                throw Malformed();
            entries.Add((ReadName().Text, ReadValue(depth + 1)));
        }
    }
}
