using System.Collections.Immutable;

namespace ScCa.Seals.Pictures;

/// <summary>A unit's round seal: a ring, a star in its middle, the name from left to right along the arc.</summary>
public sealed record RoundUnitSeal(string Name)
{
    private const int NameLengthMax = 40;
    private const int PurposeLengthMax = 10;
    private const int NumberLengthMax = 20;

    // Of the diameter, as on a company's seal of 40 mm: a star of 14 mm, letters of at most 5.6 mm.
    private const double StarRadius = 0.175;
    private const double LargestLetter = 0.14;
    private const double SmallestLetter = 0.045;
    private const double LetterStep = 0.0025;
    private const double RingThickness = 0.0275;
    private const double RingGap = 0.02;
    private const double PurposeHeight = 0.28;
    private const double PurposeSize = 0.085;
    private const double PurposeWidthMax = 0.56;
    private const double NumberSize = 0.048;

    // A letter narrower than this against its height is hard to read: the letters become smaller first.
    private const double StretchMin = 0.62;
    private const double ArcMax = 250 * Math.PI / 180;

    /// <summary>In millimetres: 40 for most units, 42 and 45 for authorities.</summary>
    public double Diameter { get; init; } = 40;

    /// <summary>What the seal is for, below the star: 财务专用章.</summary>
    public string? Purpose { get; init; }

    /// <summary>The anti-forgery number, along the arc at the bottom (S4).</summary>
    public string? Number { get; init; }

    public bool HasStar { get; init; } = true;

    /// <exception cref="SealRefusedException">The text is empty, too long or cannot be drawn, or the size is none of a seal.</exception>
    public SealDrawing Draw()
    {
        SealSize.RefuseUnless(Diameter is >= 10 and <= 100);
        var marks = ImmutableArray.CreateBuilder<SealMark>();
        var middle = Diameter / 2;
        marks.Add(new RingMark(middle, middle, middle - (RingThickness * Diameter / 2), RingThickness * Diameter));
        if (HasStar)
            marks.Add(ShapeMark.Star(middle, middle, StarRadius * Diameter));
        marks.AddRange(NameOnArc(SealText.Characters(Name, 2, NameLengthMax)));
        if (!string.IsNullOrWhiteSpace(Purpose))
            marks.AddRange(TextLine.Marks(SealText.Characters(Purpose, 1, PurposeLengthMax), middle, middle + (PurposeHeight * Diameter), PurposeSize * Diameter, PurposeWidthMax * Diameter));
        if (!string.IsNullOrWhiteSpace(Number))
            marks.AddRange(NumberOnArc(SealText.Characters(Number, 1, NumberLengthMax)));
        return new SealDrawing(Diameter, Diameter, marks.ToImmutable());
    }

    // The largest letters that fit, narrowed where that lets them stay large.
    private IEnumerable<SealMark> NameOnArc(ImmutableArray<string> name)
    {
        for (var size = LargestLetter; size >= SmallestLetter; size -= LetterStep)
        {
            var letter = size * Diameter;
            var radius = Radius(letter);
            var step = Math.Min(ArcMax / (name.Length - 1), 1.6 * letter / radius);

            // Letters come closest at their feet.
            var stretch = Math.Min(1, 0.97 * step * (radius - (letter / 2)) / letter);
            if (stretch >= StretchMin)
                return name.Select((character, i) => OnArc(character, letter, radius, (i - ((name.Length - 1) / 2.0)) * step, stretch));
        }

        throw new SealRefusedException(SealRefusal.SealTextUnfit);
    }

    private GlyphMark OnArc(string character, double letter, double radius, double angle, double stretch)
    {
        var (sine, cosine) = Math.SinCos(angle);
        return new GlyphMark(character, (Diameter / 2) + (radius * sine), (Diameter / 2) - (radius * cosine), letter, angle * 180 / Math.PI, stretch);
    }

    // Upright where the arc is lowest, and read from left to right.
    private IEnumerable<SealMark> NumberOnArc(ImmutableArray<string> number)
    {
        var digit = NumberSize * Diameter;
        var radius = Radius(digit);
        var step = 0.72 * digit / radius;
        return number.Select((character, i) =>
        {
            var angle = (i - ((number.Length - 1) / 2.0)) * step;
            var (sine, cosine) = Math.SinCos(angle);
            return new GlyphMark(character, (Diameter / 2) + (radius * sine), (Diameter / 2) + (radius * cosine), digit, -angle * 180 / Math.PI);
        });
    }

    private double Radius(double letter) => (Diameter / 2) - ((RingThickness + RingGap) * Diameter) - (letter / 2);
}
