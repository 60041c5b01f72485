using System.Formats.Asn1;
using NodaTime;

namespace ScCa.Issuance.Lints.Reading;

/// <summary>
/// A TBSCertificate (RFC 5280 §4.1) taken apart from its bytes alone, once for all lints. It shares no code with what builds one: an error there must not be
/// repeated here.
/// </summary>
internal sealed class ToBeSigned
{
    private const int ExtensionsMax = 64;
    private const int AttributesMax = 64;

    private readonly LintedExtension[] extensions;
    private readonly SubjectAttribute[] attributes;
    private readonly int extensionCount;
    private readonly int attributeCount;

    private ToBeSigned(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        var fields = new DerReader(DerReader.Only(bytes.Span, DerTags.Sequence));
        Version = ReadVersion(ref fields);
        SerialNumber = Slice(fields.Read(DerTags.Integer));
        SignatureAlgorithm = Slice(fields.ReadEncoded());
        Issuer = Slice(fields.ReadEncoded());
        var validity = new DerReader(fields.Read(DerTags.Sequence));
        (NotBeforeTag, NotBefore) = ReadTime(ref validity);
        (NotAfterTag, NotAfter) = ReadTime(ref validity);
        validity.End();
        Subject = Slice(fields.ReadEncoded());
        SubjectPublicKeyInfo = Slice(fields.ReadEncoded());
        HasUniqueIdentifiers = SkipUniqueIdentifiers(ref fields);
        (attributes, attributeCount) = ReadAttributes();
        Key = LintedKey.Read(bytes, SubjectPublicKeyInfo.Span, OffsetOf(SubjectPublicKeyInfo.Span));
        (extensions, extensionCount) = ReadExtensions(ref fields);
        fields.End();
    }

    /// <summary>TBSCertificate, whole.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>1 where the field is absent: version is DEFAULT v1.</summary>
    public int Version { get; }

    /// <summary>The content octets of the INTEGER.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; }

    /// <summary>Tag, length and content, as every field without a simpler form.</summary>
    public ReadOnlyMemory<byte> SignatureAlgorithm { get; }

    public ReadOnlyMemory<byte> Issuer { get; }

    public byte NotBeforeTag { get; }

    public Instant NotBefore { get; }

    public byte NotAfterTag { get; }

    public Instant NotAfter { get; }

    public ReadOnlyMemory<byte> Subject { get; }

    public ReadOnlySpan<SubjectAttribute> Attributes => attributes.AsSpan(0, attributeCount);

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    public LintedKey Key { get; }

    public bool HasUniqueIdentifiers { get; }

    public ReadOnlySpan<LintedExtension> Extensions => extensions.AsSpan(0, extensionCount);

    /// <exception cref="AsnContentException">The bytes are no DER of a TBSCertificate.</exception>
    public static ToBeSigned Read(ReadOnlyMemory<byte> bytes) => new(bytes);

    public bool Has(ReadOnlySpan<byte> oid) => IndexOf(oid) >= 0;

    /// <summary>The extension, where it is there.</summary>
    public bool TryFind(ReadOnlySpan<byte> oid, out LintedExtension extension)
    {
        var index = IndexOf(oid);
        extension = index < 0 ? default : extensions[index];
        return index >= 0;
    }

    public bool Names(ReadOnlySpan<byte> attribute)
    {
        foreach (ref readonly var held in Attributes)
        {
            if (held.Is(attribute))
                return true;
        }

        return false;
    }

    private int IndexOf(ReadOnlySpan<byte> oid)
    {
        for (var i = 0; i < extensionCount; i++)
        {
            if (extensions[i].Is(oid))
                return i;
        }

        return -1;
    }

    private ReadOnlyMemory<byte> Slice(ReadOnlySpan<byte> part) => Bytes.Slice(OffsetOf(part), part.Length);

    // Every part is a part of the bytes: how far in it begins is what is missing to keep it beyond this call.
    private int OffsetOf(ReadOnlySpan<byte> part) =>
        part.IsEmpty ? 0 : Bytes.Span.Overlaps(part, out var offset) ? offset : throw new InvalidOperationException("Not a part of the bytes.");

    private static int ReadVersion(ref DerReader fields)
    {
        if (fields.NextTag != DerTags.Explicit0)
            return 1;
        var version = DerReader.Only(fields.Read(DerTags.Explicit0), DerTags.Integer);
        return version is [< 0x7F] ? version[0] + 1 : throw DerReader.Unreadable;
    }

    private static (byte Tag, Instant Time) ReadTime(ref DerReader validity)
    {
        var content = validity.Read(out var tag);
        return (tag, DerTimes.Read(tag, content));
    }

    private static bool SkipUniqueIdentifiers(ref DerReader fields)
    {
        var found = false;
        foreach (var tag in (ReadOnlySpan<byte>)[DerTags.Implicit1, DerTags.Implicit2])
        {
            if (fields.NextTag != tag)
                continue;
            fields.ReadEncoded();
            found = true;
        }

        return found;
    }

    private (SubjectAttribute[] Attributes, int Count) ReadAttributes()
    {
        var (read, count) = (new SubjectAttribute[8], 0);
        var parts = new DerReader(DerReader.Only(Subject.Span, DerTags.Sequence));
        while (parts.HasData)
        {
            var part = new DerReader(parts.Read(DerTags.Set));
            while (part.HasData)
            {
                var fields = new DerReader(part.Read(DerTags.Sequence));
                var oid = Slice(fields.Read(DerTags.Oid));
                var value = Slice(fields.Read(out var tag));
                fields.End();
                Add(ref read, ref count, new(oid, tag, value), AttributesMax);
            }
        }

        return (read, count);
    }

    private (LintedExtension[] Extensions, int Count) ReadExtensions(ref DerReader fields)
    {
        var (read, count) = (new LintedExtension[16], 0);
        if (!fields.HasData)
            return (read, count);
        var list = new DerReader(DerReader.Only(fields.Read(DerTags.Explicit3), DerTags.Sequence));
        while (list.HasData)
            Add(ref read, ref count, ReadExtension(list.Read(DerTags.Sequence)), ExtensionsMax);
        return (read, count);
    }

    private LintedExtension ReadExtension(ReadOnlySpan<byte> content)
    {
        var fields = new DerReader(content);
        var oid = Slice(fields.Read(DerTags.Oid));
        var isCritical = fields.NextTag == DerTags.Boolean;
        // X.690 §11.1 and §11.5: TRUE is FF, and FALSE is the default, which is left out.
        if (isCritical && fields.Read(DerTags.Boolean) is not [0xFF])
            throw DerReader.Unreadable;
        var value = Slice(fields.Read(DerTags.OctetString));
        fields.End();
        return new(oid, isCritical, value);
    }

    private static void Add<T>(ref T[] list, ref int count, T item, int most)
    {
        if (count == most)
            throw DerReader.Unreadable;
        if (count == list.Length)
            Array.Resize(ref list, 2 * count);
        list[count++] = item;
    }
}
