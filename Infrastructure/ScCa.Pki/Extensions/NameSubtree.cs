using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>GeneralSubtree, RFC 5280 §4.2.1.10: a name and all below it.</summary>
/// <param name="HasDistance">Whether it speaks of a minimum other than 0 or of a maximum, which the standard does not use and nobody may skip.</param>
public sealed record NameSubtree(GeneralName Root, bool HasDistance = false)
{
    internal static NameSubtree Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var root = GeneralName.Read(fields);
        // minimum is DEFAULT 0; who writes the default all the same says nothing by it.
        var minimum = fields.Has(0) ? fields.ReadSmallInteger(Reading.Context(0)) : 0;
        var hasMaximum = fields.Has(1);
        if (hasMaximum)
            fields.ReadIntegerBytes(Reading.Context(1));
        fields.RequireEmpty();
        return new(root, minimum != 0 || hasMaximum);
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
            writer.WriteEncoded(Root.Encoded);
    }
}
