using System.Formats.Asn1;

namespace ScCa.Issuance.Lints;

/// <summary>One attribute of a distinguished name, as its bytes say.</summary>
internal sealed record SubjectAttribute(string Oid, UniversalTagNumber StringType, string Value)
{
    /// <exception cref="AsnContentException">A value is no string of its own type.</exception>
    public static IReadOnlyList<SubjectAttribute> ReadAll(ReadOnlyMemory<byte> name)
    {
        var attributes = new List<SubjectAttribute>();
        var rdns = new AsnReader(name, AsnEncodingRules.DER).ReadSequence();
        while (rdns.HasData)
        {
            var rdn = rdns.ReadSetOf();
            while (rdn.HasData)
                attributes.Add(Read(rdn.ReadSequence()));
        }

        return attributes;
    }

    private static SubjectAttribute Read(AsnReader attribute)
    {
        var oid = attribute.ReadObjectIdentifier();
        var type = (UniversalTagNumber)attribute.PeekTag().TagValue;
        if (type is not (UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String
            or UniversalTagNumber.BMPString or UniversalTagNumber.T61String))
            throw new AsnContentException("A subject attribute is no string.");
        var value = attribute.ReadCharacterString(type);
        attribute.ThrowIfNotEmpty();
        return new SubjectAttribute(oid, type, value);
    }
}
