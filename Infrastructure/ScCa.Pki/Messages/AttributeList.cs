using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>The signed or unsigned attributes of one signer. What is absent is null; what is malformed is refused.</summary>
public sealed class AttributeList(IReadOnlyList<MessageAttribute> all)
{
    private const int CountMax = 64;

    public IReadOnlyList<MessageAttribute> All { get; } = all;

    /// <exception cref="PkiRefusedException">The attribute is malformed or there more than once, as with every member below.</exception>
    public string? ContentType => ValueOf(Oids.ContentTypeAttribute) is { } value ? Parse(value, reader => reader.ReadObjectIdentifier()) : null;

    public ReadOnlyMemory<byte>? MessageDigest =>
        ValueOf(Oids.MessageDigestAttribute) is { } value ? Parse<ReadOnlyMemory<byte>?>(value, reader => reader.ReadOctetString()) : null;

    /// <summary>What the signer's own clock said.</summary>
    public DateTimeOffset? SigningTime => ValueOf(Oids.SigningTimeAttribute) is { } value ? Parse(value, Reading.ReadTime) : null;

    /// <summary>RFC 5652 §11: these stand once and have one value.</summary>
    public ReadOnlyMemory<byte>? ValueOf(string oid)
    {
        var found = All.Where(attribute => attribute.Oid == oid).ToList();
        if (found.Count == 0)
            return null;
        return found is [{ Values: [var value] }] ? value : throw new PkiRefusedException(PkiRefusal.MessageMalformed);
    }

    internal static AttributeList Read(AsnReader set)
    {
        var all = Reading.Each(set, MessageAttribute.Read);
        return all.Count is > 0 and <= CountMax ? new(all) : throw new AsnContentException("There is at least one attribute, and not too many.");
    }

    /// <summary>DER of the SET OF, which is what is signed (RFC 5652 §5.4).</summary>
    internal byte[] Encode(Asn1Tag? tag = null) => Writing.Der(writer =>
    {
        using (writer.PushSetOf(tag))
        {
            foreach (var attribute in All)
                attribute.Write(writer);
        }
    });

    internal static T Parse<T>(ReadOnlyMemory<byte> value, Func<AsnReader, T> read) => Reading.Whole(value, PkiRefusal.MessageMalformed, read, AsnEncodingRules.BER);
}
