using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ScCa.Seals.Pictures;

/// <summary>A seal drawn from data, in one colour. The same data give the same drawing, bit by bit.</summary>
public sealed class SealDrawing : SealLook
{
    // Every machine has one of them, or draws what it has; a seal's signature covers the text, not the shapes of a font.
    private const string Fonts = "SimSun, STSong, 'Noto Serif CJK SC', 'Source Han Serif SC', 'WenQuanYi Zen Hei', serif";

    internal SealDrawing(double width, double height, ImmutableArray<SealMark> marks) => (Width, Height, Marks) = (width, height, marks);

    /// <summary>In millimetres.</summary>
    public double Width { get; }

    /// <summary>In millimetres.</summary>
    public double Height { get; }

    internal ImmutableArray<SealMark> Marks { get; }

    // The red of seal paste.
    internal const byte Red = 0xD9;

    internal const byte Green = 0x00;

    internal const byte Blue = 0x1B;

    /// <summary>The drawing as SVG, without anything from outside.</summary>
    public string ToSvg()
    {
        var colour = string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Text(Width)}mm\" height=\"{Text(Height)}mm\" viewBox=\"0 0 {Text(Width)} {Text(Height)}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{colour}\" stroke=\"none\" font-family=\"{Fonts}\" text-anchor=\"middle\">\n");
        foreach (var mark in Marks)
            svg.Append(Element(mark, colour)).Append('\n');
        return svg.Append("</g>\n</svg>\n").ToString();
    }

    /// <summary>The drawing as a picture for a seal's data.</summary>
    public SealPicture ToPicture() => SealPicture.Take(Encoding.UTF8.GetBytes(ToSvg()));

    private static string Element(SealMark mark, string colour) => mark switch
    {
        RingMark ring => string.Create(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{Text(ring.X)}\" cy=\"{Text(ring.Y)}\" r=\"{Text(ring.Radius)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Text(ring.Thickness)}\"/>"),
        FrameMark frame => string.Create(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{Text(frame.Left)}\" y=\"{Text(frame.Top)}\" width=\"{Text(frame.Width)}\" height=\"{Text(frame.Height)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Text(frame.Thickness)}\"/>"),
        ShapeMark shape => $"<polygon points=\"{string.Join(' ', shape.Corners.Select(c => $"{Text(c.X)},{Text(c.Y)}"))}\"/>",
        GlyphMark glyph => string.Create(
            CultureInfo.InvariantCulture,
            $"<text transform=\"translate({Text(glyph.X)} {Text(glyph.Y)}) rotate({Text(glyph.Turn)}) scale({Text(glyph.Stretch)} 1)\" y=\"{Text(glyph.Drop * glyph.Size)}\" font-size=\"{Text(glyph.Size)}\">{Escaped(glyph.Character)}</text>"),
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    private static string Escaped(string character) => character switch
    {
        "<" => "&lt;",
        ">" => "&gt;",
        "&" => "&amp;",
        _ => character,
    };

    private static string Text(double value) => Millimetres.Text(value);
}
