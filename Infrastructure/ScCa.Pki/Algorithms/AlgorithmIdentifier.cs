using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Algorithms;

/// <summary>AlgorithmIdentifier ::= SEQUENCE { algorithm, parameters OPTIONAL }, RFC 5280 §4.1.1.2.</summary>
internal static class AlgorithmIdentifier
{
    private static readonly byte[] Null = [0x05, 0x00];

    /// <param name="Parameters">Encoded; empty where absent.</param>
    public readonly record struct Parts(string Oid, ReadOnlyMemory<byte> Parameters)
    {
        public bool HasNoParameters => Parameters.IsEmpty || Parameters.Span.SequenceEqual(Null);
    }

    public static Parts Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        var parameters = fields.HasData ? fields.ReadEncodedValue() : default;
        fields.RequireEmpty();
        return new(oid, parameters);
    }

    public static Parts Read(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.AlgorithmUnknown, Read);

    public static byte[] Write(string oid, bool withNull = false) => Writing.Sequence(writer =>
    {
        writer.WriteObjectIdentifier(oid);
        if (withNull)
            writer.WriteNull();
    });
}
