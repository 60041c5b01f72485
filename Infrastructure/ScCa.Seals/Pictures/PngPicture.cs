using System.Buffers.Binary;

namespace ScCa.Seals.Pictures;

/// <summary>A PNG (ISO/IEC 15948) whose chunks are whole and in order: IHDR first, IEND last and nothing behind it.</summary>
internal sealed record PngPicture((int Width, int Height) Size, int BitDepth, int ColourType, bool IsInterlaced)
{
    private const int ChunkOverhead = 12;
    private const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public byte[] Palette { get; private init; } = [];

    public byte[] Transparency { get; private init; } = [];

    public byte[] Packed { get; private init; } = [];

    public static PngPicture Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Signature.Length..];
        var header = Chunk(ref rest, out var type);
        if (type != "IHDR" || header.Length != HeaderLength)
            throw Malformed();
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        while (true)
        {
            var data = Chunk(ref rest, out type);
            switch (type)
            {
                case "IEND" when rest.IsEmpty && packed.Length > 0:
                    return Header(header) with { Palette = palette, Transparency = transparency, Packed = packed.ToArray() };
                case "IEND" or "IHDR":
                    throw Malformed();
                case "IDAT":
                    packed.Write(data);
                    break;
                case "PLTE":
                    palette = palette.Length == 0 && data.Length is > 0 and <= 768 && data.Length % 3 == 0 ? data.ToArray() : throw Malformed();
                    break;
                case "tRNS":
                    transparency = data.ToArray();
                    break;
                default:
                    break;
            }
        }
    }

    public static SealRefusedException Malformed() => new(SealRefusal.PictureMalformed);

    private static PngPicture Header(ReadOnlySpan<byte> header)
    {
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var (depth, colours) = (header[8], header[9]);
        var isKnown = (colours, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => true,
            (3, 1 or 2 or 4 or 8) => true,
            (2 or 4 or 6, 8 or 16) => true,
            _ => false,
        };
        if (!isKnown || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || header[10] != 0 || header[11] != 0 || header[12] > 1)
            throw Malformed();
        return new PngPicture(((int)width, (int)height), depth, colours, header[12] == 1);
    }

    private static ReadOnlySpan<byte> Chunk(ref ReadOnlySpan<byte> rest, out string type)
    {
        if (rest.Length < ChunkOverhead || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > (uint)(rest.Length - ChunkOverhead))
            throw Malformed();
        var end = 8 + (int)length;
        if (BinaryPrimitives.ReadUInt32BigEndian(rest[end..]) != Crc32.Of(rest[4..end]))
            throw Malformed();
        type = System.Text.Encoding.Latin1.GetString(rest.Slice(4, 4));
        var data = rest[8..end];
        rest = rest[(end + 4)..];
        return data;
    }
}
