using System.Buffers.Binary;

namespace ScCa.Seals.Pictures;

/// <summary>A GIF from its header to its trailer, block by block.</summary>
internal sealed record GifPicture((int Width, int Height) Size)
{
    private const int HeaderLength = 13;
    private const int ImageHeaderLength = 10;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;

    public static GifPicture Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
            throw PngPicture.Malformed();
        var size = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        var rest = After(bytes, HeaderLength + Palette(bytes[10]));
        var hasImage = false;
        while (!rest.IsEmpty)
        {
            switch (rest[0])
            {
                case Extension:
                    rest = AfterBlocks(After(rest, 2));
                    break;
                case Image when rest.Length > ImageHeaderLength:
                    hasImage = true;
                    rest = AfterBlocks(After(rest, ImageHeaderLength + Palette(rest[9]) + 1));
                    break;
                case Trailer when rest.Length == 1 && hasImage && size is ( > 0, > 0):
                    return new GifPicture(size);
                default:
                    throw PngPicture.Malformed();
            }
        }

        throw PngPicture.Malformed();
    }

    private static int Palette(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static ReadOnlySpan<byte> AfterBlocks(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty && rest[0] != 0)
            rest = After(rest, 1 + rest[0]);
        return After(rest, 1);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, int length) => length <= bytes.Length ? bytes[length..] : throw PngPicture.Malformed();
}
