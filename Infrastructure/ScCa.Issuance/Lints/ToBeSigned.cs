using System.Formats.Asn1;
using NodaTime;

namespace ScCa.Issuance.Lints;

/// <param name="Value">What the OCTET STRING holds.</param>
internal sealed record LintedExtension(string Oid, bool IsCritical, ReadOnlyMemory<byte> Value);

/// <summary>
/// A TBSCertificate (RFC 5280 §4.1) taken apart from its bytes alone. It shares no code with what builds one: an error there must not be repeated here.
/// </summary>
/// <param name="SerialNumber">The content octets of the INTEGER.</param>
/// <param name="NotBefore">Tag, length and content, as every field without a simpler form.</param>
internal sealed record ToBeSigned(
    ReadOnlyMemory<byte> Bytes, int Version, ReadOnlyMemory<byte> SerialNumber, ReadOnlyMemory<byte> SignatureAlgorithm, ReadOnlyMemory<byte> Issuer,
    ReadOnlyMemory<byte> NotBefore, ReadOnlyMemory<byte> NotAfter, ReadOnlyMemory<byte> Subject, ReadOnlyMemory<byte> SubjectPublicKeyInfo,
    bool HasUniqueIdentifiers, IReadOnlyList<LintedExtension> Extensions)
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag IssuerUniqueIdTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag SubjectUniqueIdTag = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3, isConstructed: true);

    public static ToBeSigned Nothing { get; } = new(default, 0, default, default, default, default, default, default, default, false, []);

    /// <exception cref="AsnContentException">The bytes are no DER of a TBSCertificate.</exception>
    public static ToBeSigned Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new AsnReader(bytes, AsnEncodingRules.DER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var version = ReadVersion(fields);
        var serial = fields.ReadIntegerBytes();
        var algorithm = fields.ReadEncodedValue();
        var issuer = fields.ReadEncodedValue();
        var validity = fields.ReadSequence();
        var (notBefore, notAfter) = (validity.ReadEncodedValue(), validity.ReadEncodedValue());
        validity.ThrowIfNotEmpty();
        var subject = fields.ReadEncodedValue();
        var key = fields.ReadEncodedValue();
        var hasUniqueIdentifiers = SkipUniqueIdentifiers(fields);
        var extensions = ReadExtensions(fields);
        fields.ThrowIfNotEmpty();
        return new(bytes, version, serial, algorithm, issuer, notBefore, notAfter, subject, key, hasUniqueIdentifiers, extensions);
    }

    public LintedExtension? Find(string oid) => Extensions.FirstOrDefault(extension => extension.Oid == oid);

    /// <summary>A Time in either of its encodings.</summary>
    public static Instant ReadTime(ReadOnlyMemory<byte> encoded)
    {
        var reader = new AsnReader(encoded, AsnEncodingRules.DER);
        var time = reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
            // RFC 5280 §4.1.2.5.1: two digits below 50 are of this century.
            ? reader.ReadUtcTime(twoDigitYearMax: 2049)
            : reader.ReadGeneralizedTime();
        return Instant.FromDateTimeOffset(time);
    }

    // 1 where the field is absent: version is DEFAULT v1.
    private static int ReadVersion(AsnReader fields)
    {
        if (!fields.PeekTag().HasSameClassAndValue(VersionTag))
            return 1;
        var wrapper = fields.ReadSequence(VersionTag);
        if (!wrapper.TryReadInt32(out var version))
            throw new AsnContentException("The version is no small number.");
        wrapper.ThrowIfNotEmpty();
        return version + 1;
    }

    private static bool SkipUniqueIdentifiers(AsnReader fields)
    {
        var found = false;
        foreach (var tag in (ReadOnlySpan<Asn1Tag>)[IssuerUniqueIdTag, SubjectUniqueIdTag])
        {
            if (!fields.HasData || !fields.PeekTag().HasSameClassAndValue(tag))
                continue;
            fields.ReadEncodedValue();
            found = true;
        }

        return found;
    }

    private static List<LintedExtension> ReadExtensions(AsnReader fields)
    {
        if (!fields.HasData)
            return [];
        var wrapper = fields.ReadSequence(ExtensionsTag);
        var sequence = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();
        var extensions = new List<LintedExtension>();
        while (sequence.HasData)
            extensions.Add(ReadExtension(sequence.ReadSequence()));
        return extensions;
    }

    private static LintedExtension ReadExtension(AsnReader extension)
    {
        var oid = extension.ReadObjectIdentifier();
        var isCritical = false;
        if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
        {
            isCritical = extension.ReadBoolean();
            if (!isCritical)
                throw new AsnContentException("X.690 §11.5: critical FALSE is the default and is left out.");
        }

        var value = extension.ReadOctetString();
        extension.ThrowIfNotEmpty();
        return new LintedExtension(oid, isCritical, value);
    }
}
