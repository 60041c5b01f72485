using System.Globalization;
using System.Text;
using ScCa.Seals.Pdf.Syntax;
using ScCa.Signing;

namespace ScCa.Seals.Pdf;

/// <summary>Adds a signature to a PDF by an incremental update: what was in the file stays byte by byte.</summary>
public static class PdfSigning
{
    private const int ContentsSizeMax = 1 << 20;

    // As wide as three numbers can become; what is not needed stays as spaces.
    private const string ByteRangePlace = "[0 0000000000 0000000000 0000000000]";

    // 12.5.3: printed, and not moved or removed by a click; 12.7.2: the form has signatures and is only appended to.
    private const int PrintAndLocked = 4 | 128;
    private const int SignaturesExistAppendOnly = 3;

    /// <summary>Fixes everything but the signature's value: what the answer's digest says is what gets signed.</summary>
    /// <exception cref="SealRefusedException">The document is closed, the stamp lies on no page of it, or the picture cannot be placed.</exception>
    public static PdfPendingSignature Begin(PdfDocument document, PdfSigningRequest request)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.ContentsSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.ContentsSize, ContentsSizeMax);
        if ((request.Placement is null) != (request.Look is null))
            throw new ArgumentException("A place and what shows there come together.", nameof(request));
        RefuseIfClosed(document);
        request.Placement?.RefuseUnlessOnOneOf(document.Pages.Length);

        var update = new PdfUpdate(document.File);
        var page = document.Pages.ElementAtOrDefault(request.Placement?.PageIndex ?? 0) ?? throw new SealRefusedException(SealRefusal.PlacementImpossible);
        var signature = update.Reserve();
        var field = update.Add(Field(document, update, request, page, signature));
        AddToPage(document.File, update, page, field);
        AddToForm(document, update, field);
        var place = WriteSignature(update, signature, request);
        var bytes = update.Finish(document.CatalogReference, Sm3.HashData(document.File.Bytes.Span).AsSpan(0, 16));
        return place.Fix(bytes);
    }

    // 12.8.2.2: a certified document may say that nothing may be added.
    private static void RefuseIfClosed(PdfDocument document)
    {
        var file = document.File;
        if (file.Dictionary(document.Catalog.Find("Perms")) is not { } permissions || file.Dictionary(permissions.Find("DocMDP")) is not { } certification)
            return;
        var isClosed = file.Array(certification.Find("Reference")).Select(file.Dictionary).OfType<PdfDictionary>()
            .Any(r => file.Dictionary(r.Find("TransformParams")) is { } p && file.Resolve(p.Find("P")) is PdfNumber { Integer: 1 });
        if (isClosed)
            throw new SealRefusedException(SealRefusal.DocumentClosed);
    }

    private static PdfDictionary Field(PdfDocument document, PdfUpdate update, PdfSigningRequest request, PdfPage page, PdfReference signature)
    {
        var field = new PdfDictionary(
            ("Type", new PdfName("Annot")), ("Subtype", new PdfName("Widget")), ("FT", new PdfName(PdfSignatureReader.FieldType)),
            ("T", PdfText.Of(FreeName(document))), ("V", signature), ("P", page.Reference), ("F", PdfNumber.Of(PrintAndLocked)));
        if (request is not { Placement: { } placement, Look: { } look })
            return field.With("Rect", PdfArray.Of(PdfNumber.Of(0), PdfNumber.Of(0), PdfNumber.Of(0), PdfNumber.Of(0)));
        var appearance = PdfAppearance.Add(update, look, placement, page.Box);
        return field.With("Rect", page.Box.Rect(placement)).With("AP", new PdfDictionary(("N", appearance)));
    }

    private static string FreeName(PdfDocument document)
    {
        var taken = document.Fields.Select(f => f.Name.Split('.')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; ; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Seal{i}");
            if (!taken.Contains(name))
                return name;
        }
    }

    private static void AddToPage(PdfFile file, PdfUpdate update, PdfPage page, PdfReference field)
    {
        var annotations = new PdfArray(file.Array(page.Dictionary.Find("Annots"))).With(field);
        if (page.Dictionary.Find("Annots") is PdfReference array)
            update.Write(array, annotations);
        else
            update.Write(page.Reference, page.Dictionary.With("Annots", annotations));
    }

    private static void AddToForm(PdfDocument document, PdfUpdate update, PdfReference field)
    {
        var existing = document.Catalog.Find("AcroForm");
        var form = document.File.Dictionary(existing) ?? new PdfDictionary();
        var fields = new PdfArray(document.File.Array(form.Find("Fields"))).With(field);
        if (form.Find("Fields") is PdfReference array)
            update.Write(array, fields);
        else
            form = form.With("Fields", fields);
        form = form.With("SigFlags", PdfNumber.Of(SignaturesExistAppendOnly));
        if (existing is PdfReference reference && document.File.Resolve(reference) is PdfDictionary)
            update.Write(reference, form);
        else
            update.Write(document.CatalogReference, document.Catalog.With("AcroForm", update.Add(form)));
    }

    private static PdfSignaturePlace WriteSignature(PdfUpdate update, PdfReference reference, PdfSigningRequest request)
    {
        var dictionary = new PdfDictionary(
            ("Type", new PdfName("Sig")), ("Filter", new PdfName(request.Filter)), ("SubFilter", new PdfName(request.SubFilter)),
            ("M", PdfText.Of(request.SignedAt.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture))));
        if (request.SignerName is { } name)
            dictionary = dictionary.With("Name", PdfText.Of(name));
        if (request.Reason is { } reason)
            dictionary = dictionary.With("Reason", PdfText.Of(reason));

        using var entries = new MemoryStream();
        PdfWriter.Write(entries, dictionary);
        update.Begin(reference);
        var output = update.Output;
        output.Write(entries.GetBuffer().AsSpan(0, (int)entries.Length - ">>".Length));
        PdfWriter.Ascii(output, "/ByteRange ");
        var byteRangeAt = (int)output.Length;
        PdfWriter.Ascii(output, ByteRangePlace + "/Contents ");
        var contentsAt = (int)output.Length;
        output.WriteByte((byte)'<');
        output.Write(Encoding.ASCII.GetBytes(new string('0', request.ContentsSize * 2)));
        PdfWriter.Ascii(output, ">>>");
        update.End();
        return new PdfSignaturePlace(byteRangeAt, ByteRangePlace.Length, contentsAt, request.ContentsSize);
    }
}
