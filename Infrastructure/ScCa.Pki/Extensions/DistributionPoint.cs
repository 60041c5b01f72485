using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>Where a list of revoked certificates is, RFC 5280 §4.2.1.13.</summary>
/// <param name="FullName">Empty where there is none.</param>
/// <param name="RelativeName">The one set of attributes, below the issuer's name; empty where there is none.</param>
/// <param name="Reasons">What that list is about; null for everything.</param>
/// <param name="Issuer">Who signs that list where it is another than the certificate's issuer.</param>
public sealed record DistributionPoint(
    IReadOnlyList<GeneralName> FullName, ReadOnlyMemory<byte> RelativeName = default, ReasonFlags? Reasons = null, IReadOnlyList<GeneralName>? Issuer = null)
{
    public static Extension Of(params IReadOnlyList<string> uris) => Of(Oids.CrlDistributionPoints, uris);

    /// <summary>freshestCRL, RFC 5280 §4.2.1.15: where the delta list is.</summary>
    public static Extension OfDelta(params IReadOnlyList<string> uris) => Of(Oids.FreshestCrl, uris);

    internal static IReadOnlyList<DistributionPoint> ReadAll(AsnReader reader)
    {
        var points = Reading.Each(reader.ReadSequence(), Read);
        return points.Count > 0 ? points : throw new AsnContentException("There is at least one distribution point.");
    }

    /// <summary>DistributionPointName in its tag [0].</summary>
    internal static (IReadOnlyList<GeneralName> FullName, ReadOnlyMemory<byte> RelativeName) ReadName(AsnReader fields)
    {
        var name = fields.ReadSequence(Reading.Context(0));
        IReadOnlyList<GeneralName> full = [];
        var relative = ReadOnlyMemory<byte>.Empty;
        if (name.Has(0))
            full = GeneralName.ReadAll(name.ReadSequence(Reading.Context(0)));
        else
            relative = name.ReadEncodedValue();
        name.RequireEmpty();
        return (full, relative);
    }

    private static DistributionPoint Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var (full, relative) = fields.Has(0) ? ReadName(fields) : ([], default);
        ReasonFlags? reasons = fields.Has(1) ? fields.ReadNamedBitListValue<ReasonFlags>(Reading.Context(1)) : null;
        var issuer = fields.Has(2) ? GeneralName.ReadAll(fields.ReadSequence(Reading.Context(2))) : null;
        fields.RequireEmpty();
        return new(full, relative, reasons, issuer);
    }

    private static Extension Of(string oid, IReadOnlyList<string> uris) => new(oid, IsCritical: false, Writing.Sequence(writer =>
    {
        foreach (var uri in uris)
        {
            using (writer.PushSequence())
            using (writer.PushExplicit(0))
            using (writer.PushExplicit(0))
                writer.WriteEncoded(GeneralName.Uri(uri).Encoded);
        }
    }));
}
