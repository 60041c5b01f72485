using System.Text;
using ScCa.Seals.Pdf.Syntax;
using ScCa.Seals.Pictures;

namespace ScCa.Seals.Pdf;

/// <summary>What a seal's widget shows: a form XObject (ISO 32000-1, 12.5.5) of the stamp's size.</summary>
internal static class PdfAppearance
{
    private const string Resource = "S";

    public static PdfReference Add(PdfUpdate update, SealLook look, StampPlacement placement, PdfPageBox box)
    {
        var (width, height) = (placement.Width * Millimetres.PointsPerMillimetre, placement.Height * Millimetres.PointsPerMillimetre);
        var (content, resources) = look switch
        {
            SealDrawing drawing => (
                PdfDrawing.Content(drawing, width, height, Resource),
                new PdfDictionary(("Font", new PdfDictionary((Resource, PdfSongFont.Add(update)))))),
            SealPicture picture => (
                $"q {Millimetres.Text(width)} 0 0 {Millimetres.Text(height)} 0 0 cm /{Resource} Do Q",
                new PdfDictionary(("XObject", new PdfDictionary((Resource, PdfImage.Add(update, picture)))))),
            _ => throw new ArgumentOutOfRangeException(nameof(look)),
        };
        return update.Add(new PdfStream(
            new PdfDictionary(
                ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Form")),
                ("BBox", PdfArray.Of(PdfNumber.Of(0), PdfNumber.Of(0), PdfNumber.Of(width), PdfNumber.Of(height))),
                ("Matrix", box.Upright()), ("Resources", resources)),
            Encoding.ASCII.GetBytes(content)));
    }
}
