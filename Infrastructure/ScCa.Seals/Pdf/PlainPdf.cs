using System.Globalization;
using System.Text;
using ScCa.Seals.Pdf.Syntax;
using ScCa.Signing;

namespace ScCa.Seals.Pdf;

/// <summary>A one-page PDF of plain text lines: a sample document to try sealing on.</summary>
public static class PlainPdf
{
    private const string Font = "F";

    public static byte[] Write(PlainPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.RefuseUnlessDrawable();
        var update = new PdfUpdate();
        var (catalog, pages, only) = (update.Reserve(), update.Reserve(), update.Reserve());
        var content = Encoding.ASCII.GetBytes(Content(page));
        update.Write(catalog, new PdfDictionary(("Type", new PdfName("Catalog")), ("Pages", pages)));
        update.Write(pages, new PdfDictionary(("Type", new PdfName("Pages")), ("Kids", PdfArray.Of(only)), ("Count", PdfNumber.Of(1))));
        update.Write(only, new PdfDictionary(
            ("Type", new PdfName("Page")), ("Parent", pages),
            ("MediaBox", PdfArray.Of(PdfNumber.Of(0), PdfNumber.Of(0), Points(page.Width), Points(page.Height))),
            ("Resources", new PdfDictionary(("Font", new PdfDictionary((Font, PdfSongFont.Add(update)))))),
            ("Contents", update.Add(new PdfStream(new PdfDictionary(), content)))));
        return update.Finish(catalog, Sm3.HashData(content).AsSpan(0, 16));
    }

    private static string Content(PlainPage page)
    {
        var (size, distance) = (page.TextSize * Millimetres.PointsPerMillimetre, page.LineDistance * Millimetres.PointsPerMillimetre);
        var left = page.Margin * Millimetres.PointsPerMillimetre;
        var top = ((page.Height - page.Margin) * Millimetres.PointsPerMillimetre) - size;
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"BT /{Font} {Millimetres.Text(size)} Tf {Millimetres.Text(distance)} TL {Millimetres.Text(left)} {Millimetres.Text(top)} Td\n");
        foreach (var line in page.Lines)
            content.Append(CultureInfo.InvariantCulture, $"{PdfSongFont.Shown(line)} Tj T*\n");
        return content.Append("ET").ToString();
    }

    private static PdfNumber Points(double millimetres) => PdfNumber.Of(millimetres * Millimetres.PointsPerMillimetre);
}
