using System.Buffers.Binary;

namespace ScCa.Seals.Pictures;

/// <summary>A JPEG (ISO/IEC 10918-1) from its first marker to its last, with what its frame says.</summary>
internal sealed record JpegPicture(int Width, int Height, int Components, bool IsAdobe)
{
    private const byte Marker = 0xFF;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Adobe = 0xEE;

    public static ReadOnlySpan<byte> Signature => [Marker, 0xD8, Marker];

    public (int Width, int Height) Size => (Width, Height);

    public static JpegPicture Read(ReadOnlySpan<byte> bytes)
    {
        JpegPicture? frame = null;
        var isAdobe = false;
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == Marker)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || length > bytes.Length - at - 2)
                break;
            var data = bytes.Slice(at + 4, length - 2);
            isAdobe |= marker == Adobe && data.StartsWith("Adobe"u8);
            if (IsFrame(marker))
                frame = frame is null ? Frame(data) : throw PngPicture.Malformed();
            if (marker == StartOfScan)
            {
                // What is between the scans need not be looked at: the picture ends with its last marker and nothing behind it.
                return frame is not null && bytes[^2..].SequenceEqual([Marker, EndOfImage]) ? frame with { IsAdobe = isAdobe } : throw PngPicture.Malformed();
            }

            at += 2 + length;
        }

        throw PngPicture.Malformed();
    }

    // SOF0 to SOF2: baseline, extended, progressive; the others are read by hardly anybody.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xC2;

    private static JpegPicture Frame(ReadOnlySpan<byte> data)
    {
        if (data.Length < 6 || data[0] != 8 || data[5] is not (1 or 3 or 4) || data.Length != 6 + (data[5] * 3))
            throw PngPicture.Malformed();
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
        return width > 0 && height > 0 ? new JpegPicture(width, height, data[5], IsAdobe: false) : throw PngPicture.Malformed();
    }
}
