using System.Collections.Immutable;
using ScCa.Seals.Pictures;

namespace ScCa.Seals;

/// <summary>One page of plain text lines, from which a sample document is made; sizes in millimetres.</summary>
public sealed record PlainPage(ImmutableArray<string> Lines)
{
    public double Width { get; init; } = 210;

    public double Height { get; init; } = 297;

    public double Margin { get; init; } = 25;

    public double TextSize { get; init; } = 5;

    internal double LineDistance => TextSize * 1.6;

    internal void RefuseUnlessDrawable()
    {
        if (Lines.IsDefault || !Lines.All(SealText.IsDrawable))
            throw new SealRefusedException(SealRefusal.SealTextUnfit);
    }
}
