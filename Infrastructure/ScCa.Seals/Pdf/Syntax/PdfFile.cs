using System.Collections.Immutable;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>The objects of a PDF, read when asked for and kept. Not for several threads at once.</summary>
internal sealed class PdfFile
{
    private const int ReferencesInARowMax = 16;
    private const int NestingMax = 8;

    private readonly Dictionary<int, PdfValue> objects = [];
    private readonly Dictionary<int, ImmutableArray<(int Number, PdfValue Value)>> streams = [];
    private int nesting;

    public PdfFile(ReadOnlyMemory<byte> bytes, PdfBudget budget)
    {
        if (!bytes.Span.StartsWith("%PDF-1."u8) && !bytes.Span.StartsWith("%PDF-2."u8))
            throw PdfLexer.Malformed();
        Bytes = bytes;
        Budget = budget;
        budget.Open(bytes.Length);
        Xref = PdfXref.Read(bytes, Budget);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfBudget Budget { get; }

    public PdfXref Xref { get; }

    /// <summary>The value itself, or what its reference leads to; an object that there is not is null (7.3.10).</summary>
    public PdfValue Resolve(PdfValue? value)
    {
        for (var i = 0; i < ReferencesInARowMax; i++)
        {
            if (value is not PdfReference reference)
                return value ?? PdfNull.It;
            value = Object(reference);
        }

        throw PdfLexer.Malformed();
    }

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfNull => null,
        _ => throw PdfLexer.Malformed(),
    };

    public ImmutableArray<PdfValue> Array(PdfValue? value) => Resolve(value) switch
    {
        PdfArray array => array.Items,
        PdfNull => [],
        _ => throw PdfLexer.Malformed(),
    };

    public string? Name(PdfValue? value) => (Resolve(value) as PdfName)?.Text;

    private PdfValue Object(PdfReference reference)
    {
        if (objects.TryGetValue(reference.Number, out var known))
            return known;
        if (Xref.Find(reference.Number) is not { } place || place.Generation != reference.Generation)
            return PdfNull.It;
        if (++nesting > NestingMax)
            throw PdfLexer.Malformed();
        var value = place.IsInStream ? InStream(reference.Number, place) : InFile(reference.Number, place);
        nesting--;
        objects[reference.Number] = value;
        return value;
    }

    private PdfValue InFile(int number, PdfPlace place)
    {
        var read = PdfObjectReader.Read(Bytes, place.Offset, Budget, length => Resolve(length) is PdfNumber { Integer: { } value and >= 0 } ? value : throw PdfLexer.Malformed());
        return read.Number == number && read.Generation == place.Generation ? read.Value : throw PdfLexer.Malformed();
    }

    private PdfValue InStream(int number, PdfPlace place)
    {
        if (!streams.TryGetValue(place.StreamNumber, out var members))
        {
            // 7.5.7: an object stream lies in no other one.
            if (Xref.Find(place.StreamNumber) is not { IsInStream: false, Generation: var generation })
                throw PdfLexer.Malformed();
            members = Members(Resolve(new PdfReference(place.StreamNumber, generation)) as PdfStream ?? throw PdfLexer.Malformed());
            streams[place.StreamNumber] = members;
        }

        return place.Offset < members.Length && members[place.Offset].Number == number ? members[place.Offset].Value : throw PdfLexer.Malformed();
    }

    private ImmutableArray<(int, PdfValue)> Members(PdfStream stream)
    {
        if (Name(stream.Dictionary.Find("Type")) != "ObjStm"
            || Resolve(stream.Dictionary.Find("N")) is not PdfNumber { Integer: { } count and >= 0 }
            || Resolve(stream.Dictionary.Find("First")) is not PdfNumber { Integer: { } first and >= 0 })
            throw PdfLexer.Malformed();
        var bytes = PdfFlate.Decode(stream, Budget);
        if (count > bytes.Length || first > bytes.Length)
            throw PdfLexer.Malformed();
        var header = new PdfLexer(bytes, Budget);
        var members = ImmutableArray.CreateBuilder<(int, PdfValue)>(count);
        var end = first;
        for (var i = 0; i < count; i++)
        {
            // One member behind the other (7.5.7): values that overlap would make much of few bytes.
            var (number, offset) = (header.ReadInteger(), header.ReadInteger());
            if (offset > bytes.Length - first || first + offset < end)
                throw PdfLexer.Malformed();
            var member = new PdfLexer(bytes, Budget, first + offset);

            // Places within an unpacked stream are none of the file: its strings lie in nobody's ByteRange.
            members.Add((number, Unplaced(member.ReadValue())));
            end = member.Position;
        }

        return members.MoveToImmutable();
    }

    private static PdfValue Unplaced(PdfValue value) => value switch
    {
        PdfText text => new PdfText(text.Bytes, text.IsHex),
        PdfArray array => new PdfArray([.. array.Items.Select(Unplaced)]),
        PdfDictionary dictionary => new PdfDictionary([.. dictionary.Entries.Select(e => (e.Key, Unplaced(e.Value)))]),
        _ => value,
    };
}
