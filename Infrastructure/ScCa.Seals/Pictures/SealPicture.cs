namespace ScCa.Seals.Pictures;

public enum SealPictureKind
{
    Png,
    Jpeg,
    Gif,
    Bmp,
    Svg,
}

/// <summary>An uploaded picture of a seal, known by its content and whole.</summary>
public sealed class SealPicture : SealLook
{
    private SealPicture(SealPictureKind kind, ReadOnlyMemory<byte> bytes, int width, int height) =>
        (Kind, Bytes, PixelWidth, PixelHeight) = (kind, bytes, width, height);

    public SealPictureKind Kind { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>0 for SVG, which has none.</summary>
    public int PixelWidth { get; }

    /// <summary>0 for SVG, which has none.</summary>
    public int PixelHeight { get; }

    /// <summary>The name of the kind in SES_ESPictureInfo.</summary>
    public string TypeName => Kind switch
    {
        SealPictureKind.Png => "PNG",
        SealPictureKind.Jpeg => "JPG",
        SealPictureKind.Gif => "GIF",
        SealPictureKind.Bmp => "BMP",
        _ => "SVG",
    };

    /// <summary>Takes a picture for what its content is; what a browser or a file's name says of it is not asked.</summary>
    /// <exception cref="SealRefusedException">It is none of the known kinds, damaged, too large, or an SVG that is more than shapes.</exception>
    public static SealPicture Take(ReadOnlyMemory<byte> bytes, PictureLimits? limits = null)
    {
        limits ??= PictureLimits.Usual;
        if (bytes.Length > limits.SizeMax)
            throw new SealRefusedException(SealRefusal.PictureTooLarge);
        var own = bytes.ToArray();
        var (kind, width, height) = Measure(own, limits);
        if (width > limits.SideMax || height > limits.SideMax)
            throw new SealRefusedException(SealRefusal.PictureTooLarge);
        return new SealPicture(kind, own, width, height);
    }

    private static (SealPictureKind Kind, int Width, int Height) Measure(ReadOnlySpan<byte> bytes, PictureLimits limits)
    {
        if (bytes.StartsWith(PngPicture.Signature))
            return Measured(SealPictureKind.Png, PngPicture.Read(bytes).Size);
        if (bytes.StartsWith(JpegPicture.Signature))
            return Measured(SealPictureKind.Jpeg, JpegPicture.Read(bytes).Size);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return Measured(SealPictureKind.Gif, GifPicture.Read(bytes).Size);
        if (bytes.StartsWith("BM"u8))
            return Measured(SealPictureKind.Bmp, BmpPicture.Read(bytes).Size);
        if (!SvgPicture.LooksLikeOne(bytes))
            throw new SealRefusedException(SealRefusal.PictureUnknown);
        SvgPicture.RefuseUnlessPlain(bytes, limits);
        return (SealPictureKind.Svg, 0, 0);
    }

    private static (SealPictureKind Kind, int Width, int Height) Measured(SealPictureKind kind, (int Width, int Height) size) => (kind, size.Width, size.Height);
}
