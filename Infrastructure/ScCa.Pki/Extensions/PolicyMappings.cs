using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>One authority's policy that stands for another's, RFC 5280 §4.2.1.5.</summary>
public readonly record struct PolicyMapping(string IssuerPolicy, string SubjectPolicy);

/// <summary>The extension that says so.</summary>
public static class PolicyMappings
{
    public static Extension Of(params IReadOnlyList<PolicyMapping> mappings) => new(Oids.PolicyMappings, IsCritical: true, Writing.Sequence(writer =>
    {
        foreach (var mapping in mappings)
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(mapping.IssuerPolicy);
                writer.WriteObjectIdentifier(mapping.SubjectPolicy);
            }
        }
    }));

    internal static IReadOnlyList<PolicyMapping> Read(AsnReader reader)
    {
        var mappings = Reading.Each(reader.ReadSequence(), ReadMapping);
        return mappings.Count > 0 ? mappings : throw new AsnContentException("There is at least one mapping.");
    }

    private static PolicyMapping ReadMapping(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var mapping = new PolicyMapping(fields.ReadObjectIdentifier(), fields.ReadObjectIdentifier());
        fields.RequireEmpty();
        return mapping;
    }
}
