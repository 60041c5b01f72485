using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Certificates;

/// <summary>TBSCertificate, RFC 5280 §4.1, taken apart.</summary>
internal sealed record ToBeSignedCertificate(
    ReadOnlyMemory<byte> Encoded, int Version, ReadOnlyMemory<byte> SerialNumber, ReadOnlyMemory<byte> SignatureAlgorithmIdentifier, DistinguishedName Issuer,
    DateTimeOffset NotBefore, DateTimeOffset NotAfter, DistinguishedName Subject, PublicKey PublicKey, ExtensionList Extensions)
{
    public static ToBeSignedCertificate Read(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.CertificateMalformed, reader =>
    {
        var fields = reader.ReadSequence();
        var version = ReadVersion(fields);
        var serial = fields.ReadIntegerBytes();
        var algorithm = fields.ReadEncodedValue();
        var issuer = DistinguishedName.Read(fields);
        var validity = fields.ReadSequence();
        var (notBefore, notAfter) = (validity.ReadTime(), validity.ReadTime());
        validity.RequireEmpty();
        var subject = DistinguishedName.Read(fields);
        var key = PublicKey.Read(fields);
        SkipUniqueIdentifiers(fields, version);
        var extensions = ReadExtensions(fields, version);
        fields.RequireEmpty();
        return new ToBeSignedCertificate(encoded, version, serial, algorithm, issuer, notBefore, notAfter, subject, key, extensions);
    });

    // version is DEFAULT v1.
    private static int ReadVersion(AsnReader fields)
    {
        if (!fields.Has(0))
            return 1;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var version = wrapper.ReadSmallInteger() + 1;
        wrapper.RequireEmpty();
        return version is >= 1 and <= 3 ? version : throw new AsnContentException("Versions are v1 to v3.");
    }

    private static void SkipUniqueIdentifiers(AsnReader fields, int version)
    {
        for (var tag = 1; tag <= 2; tag++)
        {
            if (!fields.Has(tag))
                continue;
            if (version < 2)
                throw new AsnContentException("Unique identifiers came with v2.");
            fields.ReadBitString(out _, Reading.Context(tag));
        }
    }

    private static ExtensionList ReadExtensions(AsnReader fields, int version)
    {
        if (!fields.HasData)
            return ExtensionList.None;
        if (version < 3)
            throw new AsnContentException("Extensions came with v3.");
        var wrapper = fields.ReadSequence(Reading.Context(3));
        var extensions = Extension.ReadAll(wrapper);
        wrapper.RequireEmpty();
        return new(extensions);
    }
}
