using System.Formats.Asn1;

namespace ScCa.Issuance.Tests.Lints;

/// <summary>A TBSCertificate in parts, each of which a test may replace; put together again without any rule being kept.</summary>
internal sealed record TbsParts
{
    public static readonly byte[] Version3 = [0xA0, 3, 2, 1, 2];

    /// <summary>The [0] version field, whole; empty to leave it out.</summary>
    public byte[] Version { get; init; } = Version3;

    public required byte[] Serial { get; init; }

    public required byte[] SignatureAlgorithm { get; init; }

    public required byte[] Issuer { get; init; }

    public required byte[] NotBefore { get; init; }

    public required byte[] NotAfter { get; init; }

    public required byte[] Subject { get; init; }

    public required byte[] SubjectPublicKeyInfo { get; init; }

    public byte[] UniqueIdentifiers { get; init; } = [];

    /// <summary>By OID, each the whole Extension.</summary>
    public required IReadOnlyList<(string Oid, byte[] Bytes)> Extensions { get; init; }

    public static TbsParts Of(ReadOnlyMemory<byte> tbs)
    {
        var fields = new AsnReader(tbs, AsnEncodingRules.DER).ReadSequence();
        var version = fields.ReadEncodedValue().ToArray();
        var (serial, algorithm, issuer) = (Next(fields), Next(fields), Next(fields));
        var validity = fields.ReadSequence();
        var (notBefore, notAfter) = (Next(validity), Next(validity));
        var (subject, key) = (Next(fields), Next(fields));
        var extensions = fields.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 3)).ReadSequence();
        var list = new List<(string, byte[])>();
        while (extensions.HasData)
        {
            var bytes = Next(extensions);
            list.Add((new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier(), bytes));
        }

        return new TbsParts
        {
            Version = version, Serial = serial, SignatureAlgorithm = algorithm, Issuer = issuer, NotBefore = notBefore, NotAfter = notAfter,
            Subject = subject, SubjectPublicKeyInfo = key, Extensions = list,
        };
    }

    public byte[] Encode() => Tlv(0x30, [
        .. Version, .. Serial, .. SignatureAlgorithm, .. Issuer, .. Tlv(0x30, [.. NotBefore, .. NotAfter]), .. Subject, .. SubjectPublicKeyInfo,
        .. UniqueIdentifiers, .. Tlv(0xA3, Tlv(0x30, [.. Extensions.SelectMany(extension => extension.Bytes)]))]);

    public TbsParts Without(string oid) => this with { Extensions = [.. Extensions.Where(extension => extension.Oid != oid)] };

    public TbsParts With(string oid, byte[] value, bool isCritical = false) =>
        Without(oid) with { Extensions = [.. Without(oid).Extensions, (oid, Extension(oid, value, isCritical))] };

    public TbsParts Adding(string oid, byte[] extension) => this with { Extensions = [.. Extensions, (oid, extension)] };

    public static byte[] Extension(string oid, byte[] value, bool isCritical) =>
        Tlv(0x30, [.. Oid(oid), .. isCritical ? [1, 1, 0xFF] : Array.Empty<byte>(), .. Tlv(4, value)]);

    public static byte[] Oid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    public static byte[] Tlv(byte tag, params byte[] content) => content.Length switch
    {
        < 0x80 => [tag, (byte)content.Length, .. content],
        < 0x100 => [tag, 0x81, (byte)content.Length, .. content],
        _ => [tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length, .. content],
    };

    /// <summary>A name of single-valued RDNs: OID, string tag, content.</summary>
    public static byte[] Name(params (string Oid, byte Tag, byte[] Value)[] attributes) =>
        Tlv(0x30, [.. attributes.SelectMany(attribute => Tlv(0x31, Tlv(0x30, [.. Oid(attribute.Oid), .. Tlv(attribute.Tag, attribute.Value)])))]);

    private static byte[] Next(AsnReader fields) => fields.ReadEncodedValue().ToArray();
}
