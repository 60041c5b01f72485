using System.Formats.Asn1;

namespace ScCa.Issuance.Lints;

/// <summary>The signature covers bytes: two encodings of one certificate would be two certificates.</summary>
internal sealed class EncodingIsStrictDer : ILint
{
    public LintRule Rule { get; } = new(
        nameof(EncodingIsStrictDer), "RFC 5280 §4.1; X.690 §10, §11", LintRule.Rfc5280Published,
        "证书编码必须是严格的 DER。请检查证书模板。",
        "Every part is strict DER. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        Walk(new AsnReader(certificate.Bytes, AsnEncodingRules.DER));
        foreach (var extension in certificate.Extensions)
            Walk(new AsnReader(extension.Value, AsnEncodingRules.DER));
        return true;
    }

    // Reading is checking: the reader throws over anything that is not DER. Each content is read by its type, because only then is it looked at.
    private static void Walk(AsnReader reader)
    {
        while (reader.HasData)
        {
            var tag = reader.PeekTag();
            if (tag.IsConstructed)
                Walk(Enter(reader, tag));
            else
                ReadPrimitive(reader, tag);
        }
    }

    // X.690 §11.6: the elements of a SET OF stand in ascending order. No other universal type is constructed in DER.
    private static AsnReader Enter(AsnReader reader, Asn1Tag tag) => tag switch
    {
        _ when tag.HasSameClassAndValue(Asn1Tag.SetOf) => reader.ReadSetOf(),
        { TagClass: not TagClass.Universal } => reader.ReadSequence(tag),
        _ => reader.ReadSequence(),
    };

    private static void ReadPrimitive(AsnReader reader, Asn1Tag tag)
    {
        if (tag.TagClass != TagClass.Universal)
        {
            // An implicit tag does not say what its content is; the lint of its extension reads it.
            reader.ReadEncodedValue();
            return;
        }

        switch ((UniversalTagNumber)tag.TagValue)
        {
            case UniversalTagNumber.Boolean:
                reader.ReadBoolean();
                break;
            case UniversalTagNumber.Integer:
                reader.ReadIntegerBytes();
                break;
            case UniversalTagNumber.BitString:
                reader.ReadBitString(out _);
                break;
            case UniversalTagNumber.OctetString:
                reader.ReadOctetString();
                break;
            case UniversalTagNumber.Null:
                reader.ReadNull();
                break;
            case UniversalTagNumber.ObjectIdentifier:
                reader.ReadObjectIdentifier();
                break;
            case UniversalTagNumber.UtcTime:
                reader.ReadUtcTime();
                break;
            case UniversalTagNumber.GeneralizedTime:
                reader.ReadGeneralizedTime();
                break;
            case UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.NumericString
                or UniversalTagNumber.TeletexString or UniversalTagNumber.VisibleString or UniversalTagNumber.BMPString:
                reader.ReadCharacterString((UniversalTagNumber)tag.TagValue);
                break;
            default:
                throw new AsnContentException("A certificate holds no value of this type.");
        }
    }
}
