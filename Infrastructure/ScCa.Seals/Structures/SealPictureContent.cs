using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>SES_ESPictureInfo: what the seal looks like, and its printed size in millimetres.</summary>
/// <param name="Type">As written by the maker: GIF, BMP, JPG, PNG, SVG, ofd … in any case.</param>
public sealed record SealPictureContent(string Type, ReadOnlyMemory<byte> Data, int Width, int Height)
{
    /// <summary>Upper and lower case occur for the same type.</summary>
    public bool IsOfType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the seal shows in its own size: millimetres from the page's upper left corner; pages are counted from 0.</summary>
    public StampPlacement PlacedAt(int pageIndex, double left, double top) => new(pageIndex, left, top, Width, Height);

    internal static SealPictureContent Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var picture = new SealPictureContent(
            SealReading.Ia5(fields), SealReading.Octets(fields), SealReading.SmallInteger(fields), SealReading.SmallInteger(fields));
        fields.ThrowIfNotEmpty();
        return picture;
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, Type);
            writer.WriteOctetString(Data.Span);
            writer.WriteInteger(Width);
            writer.WriteInteger(Height);
        }
    }
}
