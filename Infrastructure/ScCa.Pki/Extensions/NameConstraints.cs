using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>Which names an authority may issue below it, RFC 5280 §4.2.1.10.</summary>
public sealed record NameConstraints(IReadOnlyList<NameSubtree> Permitted, IReadOnlyList<NameSubtree> Excluded)
{
    public static NameConstraints Of(IReadOnlyList<GeneralName> permitted, IReadOnlyList<GeneralName> excluded) =>
        new([.. permitted.Select(root => new NameSubtree(root))], [.. excluded.Select(root => new NameSubtree(root))]);

    public Extension ToExtension() => new(Oids.NameConstraints, IsCritical: true, Writing.Sequence(writer =>
    {
        Write(writer, 0, Permitted);
        Write(writer, 1, Excluded);
    }));

    internal static NameConstraints Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var constraints = new NameConstraints(ReadSubtrees(fields, 0), ReadSubtrees(fields, 1));
        fields.RequireEmpty();
        // "Conforming CAs MUST NOT issue certificates where name constraints is an empty sequence."
        return constraints.Permitted.Count + constraints.Excluded.Count > 0 ? constraints : throw new AsnContentException("There is at least one subtree.");
    }

    private static List<NameSubtree> ReadSubtrees(AsnReader fields, int tag) => fields.Has(tag) ? Reading.Each(fields.ReadSequence(Reading.Context(tag)), NameSubtree.Read) : [];

    private static void Write(AsnWriter writer, int tag, IReadOnlyList<NameSubtree> subtrees)
    {
        if (subtrees.Count == 0)
            return;
        using (writer.PushExplicit(tag))
        {
            foreach (var subtree in subtrees)
                subtree.Write(writer);
        }
    }
}
