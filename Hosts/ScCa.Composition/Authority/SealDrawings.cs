using ScCa.Seals;
using ScCa.Seals.Pictures;
using ScCa.Seals.Structures;

namespace ScCa.Composition.Authority;

/// <summary>How a seal looks: as its picture, or drawn from its name.</summary>
internal static class SealDrawings
{
    // 国发〔1999〕25号: the round seal of an enterprise is 40 mm across.
    private const int UnitMillimetres = 40;

    private const int PersonalMillimetres = 20;

    private const int HeightMax = 1000;

    public static SealPictureContent PictureOf(string name, bool isPersonal, string? pictureFile)
    {
        if (pictureFile is null)
        {
            var drawing = Draw(name, isPersonal);
            var drawn = drawing.ToPicture();
            return new(drawn.TypeName, drawn.Bytes, (int)Math.Round(drawing.Width), (int)Math.Round(drawing.Height));
        }

        var picture = Take(pictureFile);
        var width = isPersonal ? PersonalMillimetres : UnitMillimetres;
        // As wide as such a seal is, and as high as its proportions make it; a picture without pixels is taken for a square.
        var height = picture.PixelWidth == 0 ? width : Math.Clamp((int)Math.Round((double)width * picture.PixelHeight / picture.PixelWidth), 1, HeightMax);
        return new(picture.TypeName, picture.Bytes, width, height);
    }

    /// <summary>What a PDF shows. A drawing has no place there as a picture: where the seal's is one of ours, it is drawn once more.</summary>
    public static SealLook? LookOf(ElectronicSeal seal, string? pictureFile)
    {
        if (pictureFile is not null)
            return Take(pictureFile);
        var (name, data) = (seal.Content.Property.Name, seal.Content.Picture.Data);
        if (!seal.Content.Picture.IsOfType("SVG"))
            return null;
        return DrawnAs(name, data, isPersonal: false) ?? DrawnAs(name, data, isPersonal: true);
    }

    private static SealPicture Take(string file)
    {
        var bytes = GivenFile.Read(file);
        return Refusing.Told(() => SealPicture.Take(bytes), file);
    }

    // Null where the picture is not what would be drawn.
    private static SealDrawing? DrawnAs(string name, ReadOnlyMemory<byte> picture, bool isPersonal)
    {
        try
        {
            var drawing = Draw(name, isPersonal);
            return drawing.ToPicture().Bytes.Span.SequenceEqual(picture.Span) ? drawing : null;
        }
        catch (SealRefusedException)
        {
            // A name that cannot be drawn so was not drawn so.
            return null;
        }
    }

    private static SealDrawing Draw(string name, bool isPersonal)
    {
        if (!isPersonal)
            return new RoundUnitSeal(name) { Diameter = UnitMillimetres }.Draw();
        return name.Trim().Length is >= 2 and <= 4 ? new SquarePersonalSeal(name) { Side = PersonalMillimetres }.Draw() : new NameStripSeal(name).Draw();
    }
}
