using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>The purposes of a key, RFC 5280 §4.2.1.12.</summary>
public static class ExtendedKeyUsage
{
    public static Extension Of(bool isCritical, params ReadOnlySpan<string> purposes)
    {
        var all = purposes.ToArray();
        return new(Oids.ExtendedKeyUsage, isCritical, Writing.Sequence(writer =>
        {
            foreach (var purpose in all)
                writer.WriteObjectIdentifier(purpose);
        }));
    }

    internal static IReadOnlyList<string> Read(AsnReader reader)
    {
        var purposes = Reading.Each(reader.ReadSequence(), purpose => purpose.ReadObjectIdentifier());
        return purposes.Count > 0 ? purposes : throw new AsnContentException("There is at least one purpose.");
    }
}
