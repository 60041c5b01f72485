using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>Attribute ::= SEQUENCE { attrType, attrValues SET OF }, RFC 5652 §5.3.</summary>
/// <param name="Values">Each encoded.</param>
public sealed record MessageAttribute(string Oid, IReadOnlyList<ReadOnlyMemory<byte>> Values)
{
    public static MessageAttribute Of(string oid, ReadOnlyMemory<byte> value) => new(oid, [value]);

    internal static MessageAttribute Of(string oid, Action<AsnWriter> value) => Of(oid, Writing.Der(value));

    internal static MessageAttribute Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        var values = Reading.Each(fields.ReadSetOf(), value => value.ReadEncodedValue());
        fields.RequireEmpty();
        return new(oid, values);
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
}
