using System.IO.Compression;

namespace ScCa.Seals.Pictures;

/// <summary>A PNG's pixels as three bytes of colour each, and one of opacity where any is less than full.</summary>
internal sealed record PngPixels(int Width, int Height, byte[] Colours, byte[]? Opacity)
{
    // 4096 × 4096 pixels of four 16-bit samples would be 128 MiB; a seal has no use for them.
    private const long UnpackedMax = 64 << 20;

    public static PngPixels Read(ReadOnlySpan<byte> bytes)
    {
        var png = PngPicture.Read(bytes);
        if (png.IsInterlaced)
            throw new SealRefusedException(SealRefusal.PictureUnfitForPdf);
        var samples = png.ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var (width, height) = png.Size;
        var rowSize = (((long)width * samples * png.BitDepth) + 7) / 8;
        if ((rowSize + 1) * height > UnpackedMax || (long)width * height * 4 > UnpackedMax)
            throw new SealRefusedException(SealRefusal.PictureTooLarge);
        var rows = PngFilter.Undo(Inflate(png.Packed, (int)((rowSize + 1) * height)), (int)rowSize, Math.Max(1, samples * png.BitDepth / 8));
        return Split(png, rows ?? throw PngPicture.Malformed(), (int)rowSize, samples);
    }

    private static PngPixels Split(PngPicture png, byte[] rows, int rowSize, int samples)
    {
        var (width, height) = png.Size;
        var (colours, opacity) = (new byte[width * height * 3], new byte[width * height]);
        Span<int> sample = stackalloc int[4];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * rowSize, rowSize);
            for (var x = 0; x < width; x++)
            {
                for (var s = 0; s < samples; s++)
                    sample[s] = Sample(row, (x * samples) + s, png.BitDepth);
                var at = (y * width) + x;
                opacity[at] = Colour(png, sample, colours.AsSpan(at * 3, 3));
            }
        }

        return new PngPixels(width, height, colours, opacity.AsSpan().IndexOfAnyExcept(byte.MaxValue) < 0 ? null : opacity);
    }

    // Writes the colour and answers the opacity.
    private static byte Colour(PngPicture png, ReadOnlySpan<int> sample, Span<byte> colour)
    {
        switch (png.ColourType)
        {
            case 3:
                if ((sample[0] * 3) + 3 > png.Palette.Length)
                    throw PngPicture.Malformed();
                png.Palette.AsSpan(sample[0] * 3, 3).CopyTo(colour);
                return sample[0] < png.Transparency.Length ? png.Transparency[sample[0]] : byte.MaxValue;
            case 2 or 6:
                for (var i = 0; i < 3; i++)
                    colour[i] = Eight(sample[i], png.BitDepth);
                return png.ColourType == 6 ? Eight(sample[3], png.BitDepth) : Keyed(png, sample[..3]);
            default:
                colour.Fill(Eight(sample[0], png.BitDepth));
                return png.ColourType == 4 ? Eight(sample[1], png.BitDepth) : Keyed(png, sample[..1]);
        }
    }

    // tRNS of a picture without palette names one colour that is not there at all.
    private static byte Keyed(PngPicture png, ReadOnlySpan<int> sample)
    {
        if (png.Transparency.Length != sample.Length * 2)
            return byte.MaxValue;
        for (var i = 0; i < sample.Length; i++)
        {
            if (((png.Transparency[i * 2] << 8) | png.Transparency[(i * 2) + 1]) != sample[i])
                return byte.MaxValue;
        }

        return 0;
    }

    private static int Sample(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        16 => (row[index * 2] << 8) | row[(index * 2) + 1],
        8 => row[index],
        _ => (row[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private static byte Eight(int sample, int depth) => depth == 16 ? (byte)(sample >> 8) : (byte)(sample * 255 / ((1 << depth) - 1));

    private static byte[] Inflate(byte[] packed, int length)
    {
        var bytes = new byte[length];
        try
        {
            using var inflate = new ZLibStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
            return inflate.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length && inflate.ReadByte() < 0 ? bytes : throw PngPicture.Malformed();
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            throw PngPicture.Malformed();
        }
    }
}
