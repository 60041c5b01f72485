using System.Collections.Immutable;
using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>SES_SealInfo: what a seal says.</summary>
public sealed record SealContent(SealHeader Header, string EsId, SealProperty Property, SealPictureContent Picture)
{
    public ImmutableArray<SealExtension> Extensions { get; init; } = [];

    internal static SealContent Read(ReadOnlyMemory<byte> encoded, bool isV1) => SealReading.Field(encoded, reader =>
    {
        // The fields apart by BER: only the last, the extensions, may break DER, and it is the last that tells how it is encoded.
        var fields = SealReading.Fields(reader, countMax: 5, AsnEncodingRules.BER);
        if (fields.Length < 4)
            throw new AsnContentException("A seal's content has four fields or five.");
        return new SealContent(
            SealReading.Field(fields[0], SealHeader.Read),
            SealReading.Field(fields[1], SealReading.Ia5),
            SealReading.Field(fields[2], property => SealProperty.Read(property, isV1)),
            SealReading.Field(fields[3], SealPictureContent.Read))
        {
            Extensions = fields.Length > 4 ? SealExtension.ReadAll(fields[4]) : [],
        };
    });

    internal byte[] Encode()
    {
        var isV1 = Header.Version == (int)SealVersion.V1;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Header.Write(writer);
            writer.WriteCharacterString(UniversalTagNumber.IA5String, EsId);
            Property.Write(writer, isV1);
            Picture.Write(writer);
            if (!Extensions.IsEmpty)
                SealExtension.WriteAll(writer, Extensions);
        }

        return writer.Encode();
    }
}
