using System.Collections.Immutable;
using System.Globalization;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>One section: a table with its trailer, or a stream that is both.</summary>
internal sealed record PdfXrefSection(ImmutableArray<(int Number, PdfPlace? Place)> Places, PdfDictionary Trailer, bool IsStream, int End)
{
    // nnnnnnnnnn ggggg n and two characters of line end (7.5.4).
    private const int EntrySize = 20;

    public static PdfXrefSection Read(ReadOnlyMemory<byte> file, int offset, PdfBudget budget)
    {
        if (offset >= file.Length)
            throw PdfLexer.Malformed();
        return new PdfLexer(file, budget, offset).TryExpect("xref") ? ReadTable(file, offset, budget) : ReadStream(file, offset, budget);
    }

    public static PdfXrefSection ReadStream(ReadOnlyMemory<byte> file, int offset, PdfBudget budget)
    {
        if (offset >= file.Length)
            throw PdfLexer.Malformed();
        var (_, _, value, end) = PdfObjectReader.Read(file, offset, budget, DirectLength);
        if (value is not PdfStream stream || stream.Dictionary.Find("Type") is not PdfName { Text: "XRef" })
            throw PdfLexer.Malformed();
        return new PdfXrefSection(Entries(stream, budget), stream.Dictionary, IsStream: true, end);
    }

    private static PdfXrefSection ReadTable(ReadOnlyMemory<byte> file, int offset, PdfBudget budget)
    {
        var lexer = new PdfLexer(file, budget, offset);
        lexer.Expect("xref");
        var places = ImmutableArray.CreateBuilder<(int, PdfPlace?)>();
        while (!lexer.TryExpect("trailer"))
        {
            var (first, count) = (lexer.ReadInteger(), lexer.ReadInteger());
            lexer.SkipSpace();
            if ((long)first + count > budget.Limits.ObjectsMax || places.Count + count > budget.Limits.ObjectsMax)
                throw new SealRefusedException(SealRefusal.PdfTooLarge);
            if ((long)count * EntrySize > file.Length - lexer.Position)
                throw PdfLexer.Malformed();
            budget.TakeValues(count);
            for (var i = 0; i < count; i++)
                places.Add((first + i, Entry(file.Span.Slice(lexer.Position + (i * EntrySize), EntrySize))));
            lexer.Position += count * EntrySize;
        }

        var trailer = lexer.ReadDictionary();
        budget.TakeBytes(lexer.Position - offset);
        return new PdfXrefSection(places.ToImmutable(), trailer, IsStream: false, lexer.Position);
    }

    private static PdfPlace? Entry(ReadOnlySpan<byte> entry)
    {
        var isWellFormed = int.TryParse(entry[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            & int.TryParse(entry[11..16], NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            && entry[10] == ' ' && entry[16] == ' ' && entry[17] is (byte)'n' or (byte)'f' && PdfCharacters.IsSpace(entry[18]) && PdfCharacters.IsSpace(entry[19]);
        if (!isWellFormed)
            throw PdfLexer.Malformed();
        return entry[17] == 'n' && offset > 0 ? new PdfPlace(offset, generation) : null;
    }

    private static ImmutableArray<(int, PdfPlace?)> Entries(PdfStream stream, PdfBudget budget)
    {
        var widths = Integers(stream.Dictionary.Find("W"));
        var index = stream.Dictionary.Find("Index") is { } given ? Integers(given) : [0, Integers(PdfArray.Of(stream.Dictionary.Find("Size") ?? PdfNull.It))[0]];
        if (widths.Length < 3 || widths.Any(w => w > 8) || index.Length % 2 != 0)
            throw PdfLexer.Malformed();
        var bytes = PdfFlate.Decode(stream, budget);
        var size = widths.Sum();
        var places = ImmutableArray.CreateBuilder<(int, PdfPlace?)>();
        var at = 0;
        for (var i = 0; i < index.Length; i += 2)
        {
            var (first, count) = (index[i], index[i + 1]);
            if ((long)first + count > budget.Limits.ObjectsMax || places.Count + count > budget.Limits.ObjectsMax)
                throw new SealRefusedException(SealRefusal.PdfTooLarge);
            if (size == 0 || (long)count * size > bytes.Length - at)
                throw PdfLexer.Malformed();
            budget.TakeValues(count);
            for (var n = 0; n < count; n++, at += size)
                places.Add((first + n, Entry(bytes.AsSpan(at, size), widths)));
        }

        return places.ToImmutable();
    }

    // 7.5.8.3: type 1 where the first field is absent; types beyond 2 stand for the null object.
    private static PdfPlace? Entry(ReadOnlySpan<byte> entry, ImmutableArray<int> widths)
    {
        var type = widths[0] == 0 ? 1 : Field(entry[..widths[0]]);
        var second = Field(entry.Slice(widths[0], widths[1]));
        var third = Field(entry.Slice(widths[0] + widths[1], widths[2]));
        return type switch
        {
            1 when second > 0 => new PdfPlace(second, third),
            2 when second > 0 => new PdfPlace(third, 0, second),
            _ => null,
        };
    }

    private static int Field(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var b in bytes)
            value = (value << 8) | b;
        return value <= int.MaxValue ? (int)value : throw PdfLexer.Malformed();
    }

    private static ImmutableArray<int> Integers(PdfValue? value) => value is PdfArray array
        ? [.. array.Items.Select(i => i is PdfNumber { Integer: { } n and >= 0 } ? n : throw PdfLexer.Malformed())]
        : throw PdfLexer.Malformed();

    // The objects that another one could lie in are not known yet: here the length stands in the dictionary itself (7.5.8.2).
    private static int DirectLength(PdfValue length) => length is PdfNumber { Integer: { } value and >= 0 } ? value : throw PdfLexer.Malformed();
}
