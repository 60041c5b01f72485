using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>Under which policies a certificate was issued, RFC 5280 §4.2.1.4.</summary>
/// <param name="CpsUri">Where the certification practice statement is; null where it is not said.</param>
public sealed record CertificatePolicy(string Oid, string? CpsUri = null);

/// <summary>The extension that says so.</summary>
public static class CertificatePolicies
{
    public static Extension Of(params IReadOnlyList<CertificatePolicy> policies) => new(Oids.CertificatePolicies, IsCritical: false, Writing.Sequence(writer =>
    {
        foreach (var policy in policies)
            Write(writer, policy);
    }));

    internal static IReadOnlyList<CertificatePolicy> Read(AsnReader reader)
    {
        var policies = Reading.Each(reader.ReadSequence(), ReadPolicy);
        // "A certificate policy OID MUST NOT appear more than once."
        return policies.Count > 0 && policies.DistinctBy(policy => policy.Oid).Count() == policies.Count
            ? policies
            : throw new AsnContentException("Policies stand once each, and there is at least one.");
    }

    private static void Write(AsnWriter writer, CertificatePolicy policy)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(policy.Oid);
            if (policy.CpsUri is not { } uri)
                return;
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.CpsQualifier);
                writer.WriteCharacterString(UniversalTagNumber.IA5String, uri);
            }
        }
    }

    private static CertificatePolicy ReadPolicy(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        var qualifiers = fields.HasData ? Reading.Each(fields.ReadSequence(), ReadQualifier) : [];
        fields.RequireEmpty();
        return new(oid, qualifiers.FirstOrDefault(uri => uri is not null));
    }

    private static string? ReadQualifier(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var isCps = fields.ReadObjectIdentifier() == Oids.CpsQualifier;
        var uri = isCps ? fields.ReadCharacterString(UniversalTagNumber.IA5String) : null;
        if (!isCps)
            fields.ReadEncodedValue();
        fields.RequireEmpty();
        return uri;
    }
}
