using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>TBSCertList, RFC 5280 §5.1, taken apart.</summary>
internal sealed record ToBeSignedList(
    ReadOnlyMemory<byte> Encoded, int Version, ReadOnlyMemory<byte> SignatureAlgorithmIdentifier, DistinguishedName Issuer, DateTimeOffset ThisUpdate,
    DateTimeOffset? NextUpdate, EntryIndex Entries, ExtensionList Extensions)
{
    public static ToBeSignedList Read(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.RevocationListMalformed, reader =>
    {
        var fields = reader.ReadSequence();
        var version = ReadVersion(fields);
        var algorithm = fields.ReadEncodedValue();
        var issuer = DistinguishedName.Read(fields);
        var thisUpdate = fields.ReadTime();
        DateTimeOffset? nextUpdate = fields.Has(Asn1Tag.UtcTime) || fields.Has(Asn1Tag.GeneralizedTime) ? fields.ReadTime() : null;
        // §5.1.2.6: absent where nothing is revoked; some write it and leave it empty.
        var entries = new EntryIndex(fields.Has(Asn1Tag.Sequence) ? ContentOf(fields.ReadEncodedValue()) : default);
        var extensions = ReadExtensions(fields);
        fields.RequireEmpty();
        if (version == 1 && (entries.HasExtensions || extensions.All.Count > 0))
            throw new AsnContentException("Extensions came with v2.");
        return new ToBeSignedList(encoded, version, algorithm, issuer, thisUpdate, nextUpdate, entries, extensions);
    });

    // version is absent in v1, and 1 in v2.
    private static int ReadVersion(AsnReader fields)
    {
        if (!fields.Has(Asn1Tag.Integer))
            return 1;
        return fields.ReadSmallInteger() == 1 ? 2 : throw new AsnContentException("Versions are v1 and v2.");
    }

    private static ReadOnlyMemory<byte> ContentOf(ReadOnlyMemory<byte> value) => value[DerCursor.Measure(value.Span).Header..];

    private static ExtensionList ReadExtensions(AsnReader fields)
    {
        if (!fields.Has(0))
            return ExtensionList.None;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var extensions = Extension.ReadAll(wrapper);
        wrapper.RequireEmpty();
        return new(extensions);
    }
}
