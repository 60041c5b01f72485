using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Requests;

/// <summary>One attribute of a request, RFC 2986 §4.1.</summary>
/// <param name="Values">Each with its tag, as it stands in the request.</param>
public sealed record RequestAttribute(string Oid, IReadOnlyList<ReadOnlyMemory<byte>> Values)
{
    private const int ValuesMax = 64;

    /// <summary>The first value as text; null where it is no string.</summary>
    public string? Text
    {
        get
        {
            try
            {
                var reader = new AsnReader(Values.Count > 0 ? Values[0] : default, AsnEncodingRules.DER);
                var tag = reader.PeekTag();
                return tag.TagClass == TagClass.Universal ? reader.ReadCharacterString((UniversalTagNumber)tag.TagValue) : null;
            }
            catch (Exception e) when (e is AsnContentException or ArgumentException)
            {
                return null;
            }
        }
    }

    internal static RequestAttribute Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        var values = fields.Has(Asn1Tag.SetOf) ? ReadSet(fields) : Reading.Each(fields, value => value.ReadEncodedValue());
        fields.RequireEmpty();
        return values.Count <= ValuesMax ? new(oid, values) : throw new AsnContentException("The attribute has too many values.");
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oid);
            using (writer.PushSetOf())
            {
                foreach (var value in Values)
                    writer.WriteEncoded(value);
            }
        }
    }

    // RFC 2986 wants a SET; CFCA's tool puts the bare value in its place, and others do not sort the set.
    private static List<ReadOnlyMemory<byte>> ReadSet(AsnReader fields) => Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true), value => value.ReadEncodedValue());
}
