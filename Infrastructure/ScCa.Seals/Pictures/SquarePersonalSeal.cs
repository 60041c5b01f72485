using System.Collections.Immutable;

namespace ScCa.Seals.Pictures;

/// <summary>A person's square seal: four characters in two columns, read downwards and from the right, as seals are.</summary>
public sealed record SquarePersonalSeal(string Name)
{
    private const double Thickness = 0.05;
    private const double Gap = 0.03;
    private const double LetterOfCell = 0.94;

    /// <summary>In millimetres.</summary>
    public double Side { get; init; } = 20;

    /// <exception cref="SealRefusedException">The name has not two to four characters, or such as cannot be drawn: a <see cref="NameStripSeal"/> takes longer ones.</exception>
    public SealDrawing Draw()
    {
        SealSize.RefuseUnless(Side is >= 5 and <= 100);
        var name = SealText.Characters(Name, 2, 4);
        ImmutableArray<string> four = name.Length switch
        {
            2 => [.. name, "之", "印"],
            3 => [.. name, "印"],
            _ => name,
        };
        var edge = (Thickness + Gap) * Side;
        var cell = (Side - (2 * edge)) / 2;
        var marks = four.Select((character, i) => new GlyphMark(
            character, edge + (cell * (i < 2 ? 1.5 : 0.5)), edge + (cell * ((i % 2) + 0.5)), cell * LetterOfCell));
        return new SealDrawing(Side, Side, [new FrameMark(Thickness * Side / 2, Thickness * Side / 2, Side * (1 - Thickness), Side * (1 - Thickness), Thickness * Side), .. marks]);
    }
}
