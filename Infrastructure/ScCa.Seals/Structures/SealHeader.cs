using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>SES_Header: the format's number, and whose software made the seal.</summary>
public sealed record SealHeader(int Version, string VendorId)
{
    // GM/T 0031: "always ES".
    private const string Mark = "ES";

    internal static SealHeader Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        if (SealReading.Ia5(fields) != Mark)
            throw new AsnContentException("Not a seal's header.");
        var header = new SealHeader(SealReading.SmallInteger(fields), SealReading.Ia5(fields));
        fields.ThrowIfNotEmpty();
        return header;
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, Mark);
            writer.WriteInteger(Version);
            writer.WriteCharacterString(UniversalTagNumber.IA5String, VendorId);
        }
    }
}
