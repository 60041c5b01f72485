using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>The visible part of a page in its own coordinates, its turn (clockwise, in degrees) and the length of its unit.</summary>
internal sealed record PdfPageBox(double Left, double Bottom, double Right, double Top, int Turn, double UserUnit)
{
    // The size of a page that names none anywhere: readers take US letter, we take A4; nothing but a stamp's place depends on it.
    private static readonly double[] Usual = [0, 0, 595.276, 841.89];

    private double UnitsPerMillimetre => Millimetres.PointsPerMillimetre / UserUnit;

    private bool IsOnItsSide => Turn is 90 or 270;

    public double SeenWidth => (IsOnItsSide ? Top - Bottom : Right - Left) / UnitsPerMillimetre;

    public double SeenHeight => (IsOnItsSide ? Right - Left : Top - Bottom) / UnitsPerMillimetre;

    /// <summary>From the entries that a page has or inherits.</summary>
    public static PdfPageBox Of(PdfFile file, Func<string, PdfValue?> entry)
    {
        var media = Rectangle(file, entry("MediaBox")) ?? Usual;
        var crop = Rectangle(file, entry("CropBox")) ?? media;
        var turn = file.Resolve(entry("Rotate")) is PdfNumber { Integer: { } degrees } ? ((degrees % 360) + 360) % 360 : 0;
        var unit = file.Resolve(entry("UserUnit")) is PdfNumber { Value: > 0 and < 1000 and var value } ? value : 1;
        var box = new PdfPageBox(
            Math.Max(media[0], crop[0]), Math.Max(media[1], crop[1]), Math.Min(media[2], crop[2]), Math.Min(media[3], crop[3]), turn, unit);
        return box.Right > box.Left && box.Top > box.Bottom && turn % 90 == 0 ? box : throw PdfLexer.Malformed();
    }

    /// <summary>/Rect of what is placed by what is seen.</summary>
    public PdfArray Rect(StampPlacement stamp)
    {
        var (x1, y1) = Own(stamp.Left, stamp.Top);
        var (x2, y2) = Own(stamp.Left + stamp.Width, stamp.Top + stamp.Height);
        return PdfArray.Of(PdfNumber.Of(Math.Min(x1, x2)), PdfNumber.Of(Math.Min(y1, y2)), PdfNumber.Of(Math.Max(x1, x2)), PdfNumber.Of(Math.Max(y1, y2)));
    }

    /// <summary>/Matrix that turns an appearance back against the page's turn, so that it is seen upright (12.5.5 moves it into place).</summary>
    public PdfArray Upright()
    {
        var (cosine, sine) = Turn switch { 90 => (0, 1), 180 => (-1, 0), 270 => (0, -1), _ => (1, 0) };
        return PdfArray.Of(PdfNumber.Of(cosine), PdfNumber.Of(sine), PdfNumber.Of(-sine), PdfNumber.Of(cosine), PdfNumber.Of(0), PdfNumber.Of(0));
    }

    private (double X, double Y) Own(double right, double down)
    {
        var (x, y) = (right * UnitsPerMillimetre, down * UnitsPerMillimetre);
        return Turn switch
        {
            90 => (Left + y, Bottom + x),
            180 => (Right - x, Bottom + y),
            270 => (Right - y, Top - x),
            _ => (Left + x, Top - y),
        };
    }

    private static double[]? Rectangle(PdfFile file, PdfValue? value)
    {
        if (file.Resolve(value) is not PdfArray { Items: { Length: 4 } items })
            return null;
        double[] n = [.. items.Select(i => file.Resolve(i) is PdfNumber number ? number.Value : throw PdfLexer.Malformed())];
        return [Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])];
    }
}
