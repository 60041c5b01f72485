using System.Collections.Immutable;

namespace ScCa.Seals.Pictures;

/// <summary>Characters side by side about a middle, narrowed to a width.</summary>
internal static class TextLine
{
    public static IEnumerable<SealMark> Marks(ImmutableArray<string> characters, double x, double y, double size, double widthMax)
    {
        GlyphMark[] glyphs = [.. characters.Select(c => new GlyphMark(c, x, y, size))];
        var width = glyphs.Sum(g => g.Advance * size);
        var stretch = Math.Min(1, widthMax / width);
        var left = x - (width * stretch / 2);
        foreach (var glyph in glyphs)
        {
            var advance = glyph.Advance * size * stretch;
            yield return glyph with { X = left + (advance / 2), Stretch = stretch };
            left += advance;
        }
    }
}
