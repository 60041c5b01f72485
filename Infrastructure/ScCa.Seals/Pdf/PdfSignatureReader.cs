using System.Collections.Immutable;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

internal static class PdfSignatureReader
{
    public const string FieldType = "Sig";

    // Each revision that something came after is read once more as it was; a file has no reason for more signatures than this.
    private const int SignaturesMax = 64;

    public static ImmutableArray<PdfSignature> All(PdfDocument document)
    {
        PdfField[] filled = [.. document.Fields.Where(f => f.Type == FieldType && document.File.Resolve(f.Value) is PdfDictionary)];
        if (filled.Length > SignaturesMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
        return [.. filled.Select(f => Read(document, f, (PdfDictionary)document.File.Resolve(f.Value)))];
    }

    private static PdfSignature Read(PdfDocument document, PdfField field, PdfDictionary signature)
    {
        var file = document.File;
        var contents = file.Resolve(signature.Find("Contents")) as PdfText;
        var range = PdfByteRange.Of(file.Array(signature.Find("ByteRange")), file.Bytes.Length);
        return new PdfSignature(file.Bytes)
        {
            FieldName = field.Name,
            Filter = file.Name(signature.Find("Filter")),
            SubFilter = file.Name(signature.Find("SubFilter")),
            ByteRange = range,
            Contents = WithoutPadding(contents?.Bytes ?? []),
            Coverage = Coverage(document, signature, range),
        };
    }

    private static PdfCoverage Coverage(PdfDocument document, PdfDictionary signature, PdfByteRange? given)
    {
        if (given is not { } range)
            return new PdfCoverage(false, false, false, 0, PdfLaterChanges.Other);
        var file = document.File;

        // The string must stand in the dictionary itself: behind a reference another one could take its place.
        var isContents = signature.Find("Contents") is PdfText { IsHex: true } contents && contents.Start == range.FirstEnd && contents.End == range.SecondStart;
        var endsAtRevision = file.Xref.RevisionEnds.Any(e => range.SecondEnd >= e && range.SecondEnd <= AfterLineEnd(file.Bytes.Span, e));
        var after = file.Bytes.Length - range.SecondEnd;
        return new PdfCoverage(range.FirstStart == 0, isContents, endsAtRevision, after, LaterChanges(document, range, endsAtRevision, after));
    }

    private static PdfLaterChanges LaterChanges(PdfDocument document, PdfByteRange range, bool endsAtRevision, int after)
    {
        if (after == 0)
            return PdfLaterChanges.None;
        if (!endsAtRevision)
            return PdfLaterChanges.Other;
        if (IsSpaceOnly(document.File.Bytes.Span[range.SecondEnd..]))
            return PdfLaterChanges.None;
        try
        {
            var earlier = new PdfFile(document.File.Bytes[..range.SecondEnd], document.ComparisonBudget);
            return PdfRevisionComparison.AddsSignaturesOnly(earlier, document.File) ? PdfLaterChanges.SignaturesOnly : PdfLaterChanges.Other;
        }
        catch (SealRefusedException)
        {
            // What was signed is no PDF when read by itself, so what it showed cannot be compared.
            return PdfLaterChanges.Other;
        }
    }

    private static int AfterLineEnd(ReadOnlySpan<byte> file, int end)
    {
        var at = end;
        if (at < file.Length && file[at] == '\r')
            at++;
        return at < file.Length && file[at] == '\n' ? at + 1 : at;
    }

    private static bool IsSpaceOnly(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (!PdfCharacters.IsSpace(b))
                return false;
        }

        return true;
    }

    // DER says how long it is; the rest of the place that was kept for it is zeros.
    private static ReadOnlyMemory<byte> WithoutPadding(byte[] contents)
    {
        if (contents is not [0x30, var first, ..])
            return contents;
        var bytesOfLength = first < 0x80 ? 0 : first - 0x80;
        if (bytesOfLength > 4 || contents.Length < 2 + bytesOfLength)
            return contents;
        var length = first < 0x80 ? first : contents.AsSpan(2, bytesOfLength).ToArray().Aggregate(0L, (l, b) => (l << 8) | b);
        var total = 2 + bytesOfLength + length;
        return total <= contents.Length && contents.AsSpan((int)total).IndexOfAnyExcept((byte)0) < 0 ? contents.AsMemory(0, (int)total) : contents;
    }
}
