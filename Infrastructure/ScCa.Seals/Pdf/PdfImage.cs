using System.IO.Compression;
using ScCa.Seals.Pdf.Syntax;
using ScCa.Seals.Pictures;

namespace ScCa.Seals.Pdf;

/// <summary>An uploaded picture as an image XObject (ISO 32000-1, 8.9.5).</summary>
internal static class PdfImage
{
    public static PdfReference Add(PdfUpdate update, SealPicture picture) => picture.Kind switch
    {
        SealPictureKind.Jpeg => AddJpeg(update, picture),
        SealPictureKind.Png => AddPng(update, picture),
        _ => throw new SealRefusedException(SealRefusal.PictureUnfitForPdf),
    };

    // As it is: a reader of PDF reads JPEG.
    private static PdfReference AddJpeg(PdfUpdate update, SealPicture picture)
    {
        var jpeg = JpegPicture.Read(picture.Bytes.Span);
        var space = jpeg.Components switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" };
        var image = Image(jpeg.Width, jpeg.Height, space).With("Filter", new PdfName("DCTDecode"));

        // Adobe's four inks are written as what is left of each.
        if (jpeg is { Components: 4, IsAdobe: true })
            image = image.With("Decode", new PdfArray([.. Enumerable.Range(0, 8).Select(i => PdfNumber.Of((i + 1) % 2))]));
        return update.Add(new PdfStream(image, picture.Bytes));
    }

    // Colours and opacity apart: PDF keeps the latter in an image of its own (11.6.5.3).
    private static PdfReference AddPng(PdfUpdate update, SealPicture picture)
    {
        var pixels = PngPixels.Read(picture.Bytes.Span);
        var image = Image(pixels.Width, pixels.Height, "DeviceRGB").With("Filter", new PdfName("FlateDecode"));
        if (pixels.Opacity is { } opacity)
        {
            var mask = Image(pixels.Width, pixels.Height, "DeviceGray").With("Filter", new PdfName("FlateDecode"));
            image = image.With("SMask", update.Add(new PdfStream(mask, Deflate(opacity))));
        }

        return update.Add(new PdfStream(image, Deflate(pixels.Colours)));
    }

    private static PdfDictionary Image(int width, int height, string space) => new(
        ("Type", new PdfName("XObject")), ("Subtype", new PdfName("Image")), ("Width", PdfNumber.Of(width)), ("Height", PdfNumber.Of(height)),
        ("ColorSpace", new PdfName(space)), ("BitsPerComponent", PdfNumber.Of(8)));

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }
}
