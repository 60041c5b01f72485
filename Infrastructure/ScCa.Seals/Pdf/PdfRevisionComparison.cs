using System.Collections.Immutable;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>
/// Compares all that can be reached from the catalog before and after. What may differ: signature fields are added to the form and, as widgets, to the
/// pages; an empty signature field is filled; the form says that it has signatures.
/// </summary>
internal sealed class PdfRevisionComparison
{
    private readonly PdfFile earlier;
    private readonly PdfFile later;
    private readonly HashSet<(int, int)> compared = [];
    private readonly HashSet<int> earlierPages;
    private readonly HashSet<int> earlierFields;

    // Deep structures wait here instead of on the stack.
    private readonly Stack<(PdfValue Earlier, PdfValue Later)> open = new();

    private PdfRevisionComparison(PdfFile earlier, PdfFile later, PdfDictionary catalog)
    {
        this.earlier = earlier;
        this.later = later;
        earlierPages = [.. new PdfPageTree(earlier).Read(catalog).Select(p => p.Reference.Number)];
        earlierFields = [.. PdfField.All(earlier, catalog).Where(f => f.Type == PdfSignatureReader.FieldType && earlier.Resolve(f.Value) is PdfNull).Select(f => f.Reference.Number)];
    }

    public static bool AddsSignaturesOnly(PdfFile earlier, PdfFile later)
    {
        var (before, after) = (earlier.Xref.Trailer, later.Xref.Trailer);
        if (earlier.Dictionary(before.Find("Root")) is not { } catalog || later.Dictionary(after.Find("Root")) is not { } laterCatalog)
            return false;
        var comparison = new PdfRevisionComparison(earlier, later, catalog);

        // The catalog is compared here, with what may differ in it, from wherever else it is named.
        if (before.Find("Root") is PdfReference root && after.Find("Root") is PdfReference laterRoot && root.Number == laterRoot.Number)
            comparison.compared.Add((root.Number, root.Generation));
        return comparison.IsSameButAcroForm(catalog, laterCatalog)
            && comparison.IsSame(before.Find("Info") ?? PdfNull.It, after.Find("Info") ?? PdfNull.It)
            && comparison.AreAllSame();
    }

    private bool IsSameButAcroForm(PdfDictionary before, PdfDictionary after) =>
        IsSameBut("AcroForm", before, after) && IsFormWithMoreSignatures(earlier.Dictionary(before.Find("AcroForm")), later.Dictionary(after.Find("AcroForm")));

    private bool IsFormWithMoreSignatures(PdfDictionary? before, PdfDictionary? after)
    {
        before ??= new PdfDictionary();
        if (after is null)
            return before.Entries.IsEmpty;
        return IsSameBut(["Fields", "SigFlags"], before, after) && IsSameWithMore(before.Find("Fields"), after.Find("Fields"), IsSignatureField);
    }

    // The earlier items first and unchanged, then others of which each is allowed.
    private bool IsSameWithMore(PdfValue? before, PdfValue? after, Func<PdfValue, bool> isAllowed)
    {
        var (had, has) = (earlier.Array(before), later.Array(after));
        return has.Length >= had.Length
            && had.Zip(has).All(pair => IsSame(pair.First, pair.Second))
            && has.Skip(had.Length).All(isAllowed);
    }

    private bool IsSignatureField(PdfValue field) =>
        later.Resolve(field) is PdfDictionary dictionary && later.Name(dictionary.Find("FT")) == PdfSignatureReader.FieldType
        && later.Resolve(dictionary.Find("Kids")) is PdfNull && !dictionary.TryGet("AA", out _) && !dictionary.TryGet("A", out _);

    private bool AreAllSame()
    {
        while (open.TryPop(out var pair))
        {
            if (!IsSameValue(pair.Earlier, pair.Later))
                return false;
        }

        return true;
    }

    private bool IsSame(PdfValue before, PdfValue after)
    {
        if (before is PdfReference from && after is PdfReference to)
        {
            if (from.Number != to.Number || from.Generation != to.Generation)
                return false;
            if (!compared.Add((from.Number, from.Generation)))
                return true;
            var (was, now) = (earlier.Resolve(from), later.Resolve(to));
            return earlierPages.Contains(from.Number) ? IsPageWithMoreSignatures(was, now)
                : earlierFields.Contains(from.Number) ? IsFilledField(was, now)
                : Later(was, now);
        }

        return before is not PdfReference && after is not PdfReference && Later(before, after);
    }

    private bool Later(PdfValue before, PdfValue after)
    {
        open.Push((before, after));
        return true;
    }

    private bool IsPageWithMoreSignatures(PdfValue before, PdfValue after) =>
        before is PdfDictionary was && after is PdfDictionary now && IsSameBut("Annots", was, now)
        && IsSameWithMore(was.Find("Annots"), now.Find("Annots"), IsSignatureField);

    private bool IsFilledField(PdfValue before, PdfValue after) =>
        before is PdfDictionary was && after is PdfDictionary now && IsSameBut(["V", "AP", "F"], was, now);

    private bool IsSameBut(string key, PdfDictionary before, PdfDictionary after) => IsSameBut([key], before, after);

    private bool IsSameBut(ImmutableArray<string> keys, PdfDictionary before, PdfDictionary after)
    {
        var was = before.Entries.Where(e => !keys.Contains(e.Key)).ToArray();
        return was.Length == after.Entries.Count(e => !keys.Contains(e.Key))
            && Array.TrueForAll(was, e => after.TryGet(e.Key, out var now) && IsSame(e.Value, now));
    }

    private bool IsSameValue(PdfValue before, PdfValue after) => (before, after) switch
    {
        (PdfNull, PdfNull) => true,
        (PdfBoolean b, PdfBoolean a) => b.Value == a.Value,
        (PdfNumber b, PdfNumber a) => b.Text == a.Text,
        (PdfName b, PdfName a) => b.Text == a.Text,
        (PdfText b, PdfText a) => b.Bytes.AsSpan().SequenceEqual(a.Bytes),
        (PdfArray b, PdfArray a) => b.Items.Length == a.Items.Length && b.Items.Zip(a.Items).All(p => IsSame(p.First, p.Second)),
        (PdfDictionary b, PdfDictionary a) => IsSameBut([], b, a),
        (PdfStream b, PdfStream a) => b.Raw.Span.SequenceEqual(a.Raw.Span) && IsSameBut([], b.Dictionary, a.Dictionary),
        _ => false,
    };
}
