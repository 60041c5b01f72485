using System.Collections.Immutable;

namespace ScCa.Seals.Pdf.Syntax;

/// <summary>Where an object lies: at an offset of the file, or as a member of an object stream.</summary>
internal readonly record struct PdfPlace(int Offset, int Generation, int StreamNumber = 0)
{
    public bool IsInStream => StreamNumber > 0;
}

/// <summary>All cross-reference sections of a file, newest first (ISO 32000-1, 7.5.4 to 7.5.8).</summary>
internal sealed class PdfXref
{
    private readonly Dictionary<int, PdfPlace?> places = [];
    private readonly ReadOnlyMemory<byte> file;
    private readonly PdfBudget budget;
    private readonly SortedSet<int> revisionEnds = [];
    private int size;

    private PdfXref(ReadOnlyMemory<byte> file, PdfBudget budget) => (this.file, this.budget) = (file, budget);

    public PdfDictionary Trailer { get; private set; } = new();

    /// <summary>Where the newest section begins: what a further one names as /Prev.</summary>
    public int NewestOffset { get; private init; }

    public bool NewestIsStream { get; private set; }

    /// <summary>After each %%EOF that belongs to a section, without the end of line behind it.</summary>
    public ImmutableArray<int> RevisionEnds => [.. revisionEnds];

    /// <summary>The first number that no object has.</summary>
    public int NextNumber => Math.Max(size, places.Count == 0 ? 0 : places.Keys.Max() + 1);

    public PdfPlace? Find(int number) => places.GetValueOrDefault(number);

    public static PdfXref Read(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        var start = PdfTail.StartOfXref(file, budget);
        var xref = new PdfXref(file, budget) { NewestOffset = start };
        xref.ReadChain(start);
        return xref;
    }

    private void ReadChain(int start)
    {
        var visited = new HashSet<int>();
        for (int? at = start; at is { } offset;)
        {
            if (!visited.Add(offset) || visited.Count > budget.Limits.SectionsMax)
                throw PdfLexer.Malformed();
            var section = PdfXrefSection.Read(file, offset, budget);
            if (visited.Count == 1)
                (Trailer, NewestIsStream, size) = (section.Trailer, section.IsStream, Number(section.Trailer, "Size") ?? throw PdfLexer.Malformed());
            if (section.Trailer.TryGet("Encrypt", out var encrypt) && encrypt is not PdfNull)
                throw new SealRefusedException(SealRefusal.PdfEncrypted);
            if (PdfTail.RevisionEnd(file, section.End, budget) is { } end)
                revisionEnds.Add(end);

            // A hybrid file hides objects from old readers: its table says they are free, its stream says where they are (7.5.8.4).
            if (!section.IsStream && Number(section.Trailer, "XRefStm") is { } hidden)
                Take(visited.Add(hidden) ? PdfXrefSection.ReadStream(file, hidden, budget) : throw PdfLexer.Malformed());
            Take(section);
            at = Number(section.Trailer, "Prev");
        }
    }

    // The newest section to name an object decides.
    private void Take(PdfXrefSection section)
    {
        foreach (var (number, place) in section.Places)
            places.TryAdd(number, place);
        if (places.Count > budget.Limits.ObjectsMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
    }

    private static int? Number(PdfDictionary dictionary, string key) => dictionary.Find(key) switch
    {
        null => null,
        PdfNumber { Integer: { } value and >= 0 } => value,
        _ => throw PdfLexer.Malformed(),
    };
}
