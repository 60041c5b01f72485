using System.Buffers.Binary;
using System.Globalization;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>Objects written behind a file, whose own bytes stay as they are (ISO 32000-1, 7.5.6); or the first objects of a new file.</summary>
internal sealed class PdfUpdate
{
    private const int XrefStreamEntrySize = 7;

    private readonly SortedDictionary<int, (int Offset, int Generation)> written = [];
    private readonly PdfFile? file;
    private int next;

    public PdfUpdate(PdfFile file)
    {
        this.file = file;
        next = file.Xref.NextNumber;
        Output.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r'))
            Output.WriteByte((byte)'\n');
    }

    public PdfUpdate()
    {
        next = 1;

        // 7.5.2: four bytes above 127, so that nobody takes the file for text.
        PdfWriter.Ascii(Output, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    public MemoryStream Output { get; } = new();

    public PdfReference Reserve() => new(next++, 0);

    public PdfReference Add(PdfValue value)
    {
        var reference = Reserve();
        Write(reference, value);
        return reference;
    }

    public void Write(PdfReference reference, PdfValue value)
    {
        Begin(reference);
        PdfWriter.Write(Output, value);
        End();
    }

    public void Begin(PdfReference reference)
    {
        written[reference.Number] = ((int)Output.Length, reference.Generation);
        PdfWriter.Ascii(Output, string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} obj\n"));
    }

    public void End() => PdfWriter.Ascii(Output, "\nendobj\n");

    /// <summary>The cross-reference section in the file's own form, the trailer and the end.</summary>
    public byte[] Finish(PdfReference root, ReadOnlySpan<byte> identity)
    {
        var trailer = new PdfDictionary(("Root", root));
        if (file?.Xref.Trailer.Find("Info") is { } info)
            trailer = trailer.With("Info", info);
        if (Identity(identity) is { } id)
            trailer = trailer.With("ID", id);
        if (file is not null)
            trailer = trailer.With("Prev", PdfNumber.Of(file.Xref.NewestOffset));
        var start = file is { Xref.NewestIsStream: true } ? WriteStream(trailer) : WriteTable(trailer);
        PdfWriter.Ascii(Output, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return Output.ToArray();
    }

    // 14.4: the first part stays, the second is of this revision. A file without any cannot get one later: its first part would be new.
    private PdfArray? Identity(ReadOnlySpan<byte> identity)
    {
        var own = new PdfText(identity.ToArray(), isHex: true);
        if (file is null)
            return PdfArray.Of(own, own);
        return file.Resolve(file.Xref.Trailer.Find("ID")) is PdfArray { Items: [var first, _] } ? PdfArray.Of(first, own) : null;
    }

    private int WriteTable(PdfDictionary trailer)
    {
        var start = (int)Output.Length;
        PdfWriter.Ascii(Output, "xref\n");
        if (file is null)
            PdfWriter.Ascii(Output, "0 1\n0000000000 65535 f\r\n");
        foreach (var (first, count) in Runs())
        {
            PdfWriter.Ascii(Output, string.Create(CultureInfo.InvariantCulture, $"{first} {count}\n"));
            for (var i = first; i < first + count; i++)
                PdfWriter.Ascii(Output, string.Create(CultureInfo.InvariantCulture, $"{written[i].Offset:0000000000} {written[i].Generation:00000} n\r\n"));
        }

        PdfWriter.Ascii(Output, "trailer\n");
        PdfWriter.Write(Output, trailer.With("Size", PdfNumber.Of(next)));
        PdfWriter.Ascii(Output, "\n");
        return start;
    }

    private int WriteStream(PdfDictionary trailer)
    {
        var reference = Reserve();
        Begin(reference);
        var runs = Runs();
        var entries = new byte[written.Count * XrefStreamEntrySize];
        var at = entries.AsSpan();
        foreach (var (offset, generation) in written.Values)
        {
            at[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(at[1..], offset);
            BinaryPrimitives.WriteUInt16BigEndian(at[5..], (ushort)generation);
            at = at[XrefStreamEntrySize..];
        }

        var dictionary = trailer
            .With("Type", new PdfName("XRef"))
            .With("Size", PdfNumber.Of(next))
            .With("W", PdfArray.Of(PdfNumber.Of(1), PdfNumber.Of(4), PdfNumber.Of(2)))
            .With("Index", new PdfArray([.. runs.SelectMany(r => new PdfValue[] { PdfNumber.Of(r.First), PdfNumber.Of(r.Count) })]));
        PdfWriter.Write(Output, new PdfStream(dictionary, entries));
        End();
        return written[reference.Number].Offset;
    }

    private List<(int First, int Count)> Runs()
    {
        var runs = new List<(int First, int Count)>();
        foreach (var number in written.Keys)
        {
            if (runs.Count > 0 && runs[^1].First + runs[^1].Count == number)
                runs[^1] = (runs[^1].First, runs[^1].Count + 1);
            else
                runs.Add((number, 1));
        }

        return runs;
    }
}
