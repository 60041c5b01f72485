using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Timestamps;

/// <summary>Extensions under an implicit tag, RFC 3161 §2.4.1 and §2.4.2.</summary>
internal static class TimestampExtensions
{
    private const int CountMax = 64;

    public static IReadOnlyList<Extension> Read(AsnReader fields, int tag)
    {
        if (!fields.Has(tag))
            return [];
        var extensions = Reading.Each(fields.ReadSequence(Reading.Context(tag)), Extension.Read);
        if (extensions.Count is 0 or > CountMax || extensions.DistinctBy(extension => extension.Oid).Count() != extensions.Count)
            throw new AsnContentException("Extensions stand once each, and there is at least one.");
        return extensions;
    }
}
