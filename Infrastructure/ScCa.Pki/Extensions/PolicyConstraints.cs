using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>RFC 5280 §4.2.1.11.</summary>
/// <param name="RequireExplicitPolicy">How many certificates may follow before every one needs an acceptable policy; null where nothing is required.</param>
/// <param name="InhibitPolicyMapping">How many certificates may follow before policies are no longer mapped; null where they always may be.</param>
public sealed record PolicyConstraints(int? RequireExplicitPolicy, int? InhibitPolicyMapping = null)
{
    public Extension ToExtension() => new(Oids.PolicyConstraints, IsCritical: true, Writing.Sequence(writer =>
    {
        if (RequireExplicitPolicy is { } required)
            writer.WriteInteger(required, Reading.Context(0));
        if (InhibitPolicyMapping is { } inhibited)
            writer.WriteInteger(inhibited, Reading.Context(1));
    }));

    internal static PolicyConstraints Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var constraints = new PolicyConstraints(ReadCount(fields, 0), ReadCount(fields, 1));
        fields.RequireEmpty();
        // "Conforming CAs MUST NOT issue certificates where policy constraints is an empty sequence."
        return constraints is { RequireExplicitPolicy: null, InhibitPolicyMapping: null } ? throw new AsnContentException("One of both is there.") : constraints;
    }

    private static int? ReadCount(AsnReader fields, int tag) => !fields.Has(tag) ? null
        : fields.ReadSmallInteger(Reading.Context(tag)) is >= 0 and var count ? count
        : throw new AsnContentException("A number of certificates is not negative.");
}
