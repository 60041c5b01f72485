using System.Buffers.Binary;

namespace ScCa.Seals.Pictures;

/// <summary>A Windows bitmap with the usual header (BITMAPINFOHEADER or later) and all its rows.</summary>
internal sealed record BmpPicture((int Width, int Height) Size)
{
    private const int HeaderLength = 54;
    private const int InfoLengthMin = 40;

    public static BmpPicture Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
            throw PngPicture.Malformed();
        var (dataAt, infoLength) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[10..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]));
        long width = BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]);
        var height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]));
        var (depth, compression) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[30..]));
        var isKnown = infoLength >= InfoLengthMin && width is > 0 and <= ushort.MaxValue && height is > 0 and <= ushort.MaxValue
            && depth is 1 or 4 or 8 or 16 or 24 or 32 && compression is 0 or 3;

        // Rows are padded to four bytes.
        if (!isKnown || dataAt + (((width * depth) + 31) / 32 * 4 * height) > bytes.Length)
            throw PngPicture.Malformed();
        return new BmpPicture(((int)width, (int)height));
    }
}
