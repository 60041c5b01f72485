using System.Collections.Immutable;

namespace ScCa.Seals.Pictures;

/// <summary>An individual's or an expert's oblong seal: the name on one line, what the person is above it.</summary>
public sealed record NameStripSeal(string Name)
{
    private const int NameLengthMax = 24;
    private const int TitleLengthMax = 16;

    private const double Thickness = 0.04;
    private const double Padding = 0.08;
    private const double TitleSize = 0.26;

    /// <summary>In millimetres.</summary>
    public double Width { get; init; } = 40;

    /// <summary>In millimetres.</summary>
    public double Height { get; init; } = 16;

    /// <summary>What the person is: 评标专家.</summary>
    public string? Title { get; init; }

    /// <exception cref="SealRefusedException">The text is empty, too long or cannot be drawn, or the size is none of a seal.</exception>
    public SealDrawing Draw()
    {
        SealSize.RefuseUnless(Height is >= 5 and <= 100 && Width is >= 5 and <= 200 && Width >= Height);
        var (line, pad) = (Thickness * Height, Padding * Height);
        var (inside, widthMax) = (Height - (2 * (line + pad)), Width - (2 * (line + pad)));
        var hasTitle = !string.IsNullOrWhiteSpace(Title);
        var title = hasTitle ? TitleSize * Height : 0;
        var name = inside - title - (hasTitle ? pad : 0);
        var marks = ImmutableArray.CreateBuilder<SealMark>();
        marks.Add(new FrameMark(line / 2, line / 2, Width - line, Height - line, line));
        if (hasTitle)
            marks.AddRange(TextLine.Marks(SealText.Characters(Title!, 1, TitleLengthMax), Width / 2, line + pad + (title / 2), title, widthMax));
        marks.AddRange(TextLine.Marks(SealText.Characters(Name, 2, NameLengthMax), Width / 2, Height - line - pad - (name / 2), name * 0.92, widthMax));
        return new SealDrawing(Width, Height, marks.ToImmutable());
    }
}
