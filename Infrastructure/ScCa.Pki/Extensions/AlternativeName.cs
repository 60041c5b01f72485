using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>A subject's other names, RFC 5280 §4.2.1.6.</summary>
public static class AlternativeName
{
    public static Extension OfSubject(bool isCritical, params IReadOnlyList<GeneralName> names) => new(Oids.SubjectAlternativeName, isCritical, Writing.Sequence(writer =>
    {
        foreach (var name in names)
            writer.WriteEncoded(name.Encoded);
    }));

    internal static IReadOnlyList<GeneralName> Read(AsnReader reader) => GeneralName.ReadAll(reader.ReadSequence());
}
