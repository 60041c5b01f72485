using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ScCa.Seals.Pictures;

namespace ScCa.Seals.Pdf;

/// <summary>A seal's drawing as operators of a content stream, in millimetres from the upper left corner as in the drawing itself.</summary>
internal static class PdfDrawing
{
    // A quarter of a circle as one Bézier curve, off by less than a thousandth of its radius.
    private const double Quarter = 0.5522847498;

    public static string Content(SealDrawing drawing, double width, double height, string font)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"q {Text(width / drawing.Width)} 0 0 {Text(-height / drawing.Height)} 0 {Text(height)} cm\n");
        content.Append(CultureInfo.InvariantCulture, $"{Colour(SealDrawing.Red)} {Colour(SealDrawing.Green)} {Colour(SealDrawing.Blue)} rg {Colour(SealDrawing.Red)} {Colour(SealDrawing.Green)} {Colour(SealDrawing.Blue)} RG\n");
        foreach (var mark in drawing.Marks)
            Append(content, mark, font);
        return content.Append('Q').ToString();
    }

    private static void Append(StringBuilder content, SealMark mark, string font)
    {
        switch (mark)
        {
            case RingMark ring:
                Append(content, ring);
                break;
            case FrameMark frame:
                content.Append(CultureInfo.InvariantCulture, $"{Text(frame.Thickness)} w {Text(frame.Left)} {Text(frame.Top)} {Text(frame.Width)} {Text(frame.Height)} re S\n");
                break;
            case ShapeMark shape:
                Append(content, shape.Corners);
                break;
            case GlyphMark glyph:
                Append(content, glyph, font);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mark));
        }
    }

    private static void Append(StringBuilder content, RingMark ring)
    {
        var (x, y, r, k) = (ring.X, ring.Y, ring.Radius, ring.Radius * Quarter);
        content.Append(CultureInfo.InvariantCulture, $"{Text(ring.Thickness)} w {Text(x + r)} {Text(y)} m\n");
        content.Append(Curve(x + r, y + k, x + k, y + r, x, y + r)).Append('\n').Append(Curve(x - k, y + r, x - r, y + k, x - r, y)).Append('\n');
        content.Append(Curve(x - r, y - k, x - k, y - r, x, y - r)).Append('\n').Append(Curve(x + k, y - r, x + r, y - k, x + r, y)).Append('\n');
        content.Append("h S\n");
    }

    private static void Append(StringBuilder content, ImmutableArray<(double X, double Y)> corners)
    {
        for (var i = 0; i < corners.Length; i++)
            content.Append(CultureInfo.InvariantCulture, $"{Text(corners[i].X)} {Text(corners[i].Y)} {(i == 0 ? 'm' : 'l')} ");
        content.Append("h f\n");
    }

    // The page's turned-over axis turns letters over as well: the text matrix turns them back.
    private static void Append(StringBuilder content, GlyphMark glyph, string font)
    {
        var (sine, cosine) = Math.SinCos(glyph.Turn * Math.PI / 180);
        var (half, drop) = (glyph.Advance * glyph.Size * glyph.Stretch / 2, glyph.Drop * glyph.Size);
        var (x, y) = (glyph.X - (half * cosine) - (drop * sine), glyph.Y - (half * sine) + (drop * cosine));
        content.Append(
            CultureInfo.InvariantCulture,
            $"BT /{font} {Text(glyph.Size)} Tf {Text(cosine * glyph.Stretch)} {Text(sine * glyph.Stretch)} {Text(sine)} {Text(-cosine)} {Text(x)} {Text(y)} Tm {PdfSongFont.Shown(glyph.Character)} Tj ET\n");
    }

    private static string Curve(params ReadOnlySpan<double> numbers)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
            text.Append(Text(number)).Append(' ');
        return text.Append('c').ToString();
    }

    private static string Colour(byte part) => Text(part / 255.0);

    private static string Text(double value) => Millimetres.Text(value);
}
