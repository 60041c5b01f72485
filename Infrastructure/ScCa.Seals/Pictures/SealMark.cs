using System.Collections.Immutable;

namespace ScCa.Seals.Pictures;

/// <summary>A mark of a seal's drawing; millimetres from the upper left corner.</summary>
internal abstract record SealMark;

/// <summary>A circle's line, half of its thickness on either side.</summary>
internal sealed record RingMark(double X, double Y, double Radius, double Thickness) : SealMark;

internal sealed record FrameMark(double Left, double Top, double Width, double Height, double Thickness) : SealMark;

/// <summary>A filled outline.</summary>
internal sealed record ShapeMark(ImmutableArray<(double X, double Y)> Corners) : SealMark
{
    // The ratio of a five-pointed star's inner to its outer corners: (3 − √5) / 2.
    private static readonly double Inner = (3 - Math.Sqrt(5)) / 2;

    /// <summary>A five-pointed star, one point up.</summary>
    public static ShapeMark Star(double x, double y, double radius) => new(
    [
        .. Enumerable.Range(0, 10).Select(i =>
        {
            var (sine, cosine) = Math.SinCos(i * Math.PI / 5);
            var r = i % 2 == 0 ? radius : radius * Inner;
            return (x + (r * sine), y - (r * cosine));
        }),
    ]);
}

/// <summary>One character about its middle, turned clockwise by degrees, made narrower or wider by <paramref name="Stretch"/>.</summary>
internal sealed record GlyphMark(string Character, double X, double Y, double Size, double Turn = 0, double Stretch = 1) : SealMark
{
    /// <summary>How wide it is: ideographs fill a square, ASCII half of it.</summary>
    public double Advance => Character.Length == 1 && char.IsAscii(Character[0]) ? 0.5 : 1;

    /// <summary>How far below the middle the base line lies: ideographs stand deeper than digits and capitals.</summary>
    public double Drop => Advance < 1 ? 0.33 : 0.37;
}
