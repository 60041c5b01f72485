using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>A page as it is seen: its size in millimetres, turned the way it is shown.</summary>
public sealed class PdfPage
{
    internal PdfPage(PdfReference reference, PdfDictionary dictionary, PdfPageBox box)
    {
        Reference = reference;
        Dictionary = dictionary;
        Box = box;
    }

    public double Width => Box.SeenWidth;

    public double Height => Box.SeenHeight;

    internal PdfReference Reference { get; }

    internal PdfDictionary Dictionary { get; }

    internal PdfPageBox Box { get; }
}
