using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Names;

/// <summary>
/// A distinguished name: the bytes it came in, which are what is signed and hashed, and what they say. Two names are one where RFC 5280 §7.1 says so: the same
/// attributes in the same order, strings compared without regard to their type, to upper and lower case and to the number of spaces.
/// </summary>
public sealed class DistinguishedName : IEquatable<DistinguishedName>
{
    private const int AttributesMax = 256;

    private string? key;

    private DistinguishedName(ReadOnlyMemory<byte> encoded, IReadOnlyList<IReadOnlyList<NameAttribute>> parts) => (Encoded, Parts) = (encoded, parts);

    /// <summary>DER, RFC 5280 §4.1.2.4.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The relative names from the root on; each holds one attribute, or several of one rank.</summary>
    public IReadOnlyList<IReadOnlyList<NameAttribute>> Parts { get; }

    public bool IsEmpty => Parts.Count == 0;

    public static DistinguishedName Empty { get; } = From(new byte[] { 0x30, 0x00 });

    /// <exception cref="PkiRefusedException">The bytes are no name.</exception>
    public static DistinguishedName From(ReadOnlyMemory<byte> encoded) => Reading.Whole(encoded, PkiRefusal.NameMalformed, Read);

    /// <summary>
    /// One attribute per relative name, in the order given: PrintableString for what the standard wants so, IA5String for addresses, otherwise UTF8String.
    /// </summary>
    /// <exception cref="PkiRefusedException">A value cannot be encoded in its attribute's type.</exception>
    public static DistinguishedName Of(params ReadOnlySpan<(string Oid, string Value)> attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        try
        {
            using (writer.PushSequence())
            {
                foreach (var (oid, value) in attributes)
                {
                    using (writer.PushSetOf())
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(oid);
                        writer.WriteCharacterString(StringTypeOf(oid), value);
                    }
                }
            }
        }
        catch (ArgumentException e)
        {
            throw new PkiRefusedException(PkiRefusal.ValueNotEncodable, e);
        }

        return From(writer.Encode());
    }

    internal static DistinguishedName Read(AsnReader reader)
    {
        var encoded = reader.ReadEncodedValue();
        return Reading.Whole(encoded, PkiRefusal.NameMalformed, whole =>
        {
            var count = 0;
            var parts = Reading.Each(whole.ReadSequence(), parts => (IReadOnlyList<NameAttribute>)Reading.Each(parts.ReadSetOf(), attribute =>
            {
                if (++count > AttributesMax)
                    throw new PkiRefusedException(PkiRefusal.NameMalformed);
                var fields = attribute.ReadSequence();
                var read = new NameAttribute(fields.ReadObjectIdentifier(), fields.ReadEncodedValue());
                fields.RequireEmpty();
                return read;
            }));
            return new DistinguishedName(encoded, parts);
        });
    }

    /// <summary>The last value of an attribute, which is the most specific; null where there is none or it is no string.</summary>
    public string? Find(string oid)
    {
        for (var i = Parts.Count - 1; i >= 0; i--)
        {
            foreach (var attribute in Parts[i])
            {
                if (attribute.Oid == oid)
                    return attribute.Text;
            }
        }

        return null;
    }

    /// <summary>Whether the other name is this one or below it (RFC 5280 §7.1, for name constraints).</summary>
    public bool Contains(DistinguishedName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Parts.Count >= Parts.Count && NameComparison.KeyOf(other.Parts.Take(Parts.Count)) == Key;
    }

    public bool Equals(DistinguishedName? other) => other is not null && (Encoded.Span.SequenceEqual(other.Encoded.Span) || Key == other.Key);

    public override bool Equals(object? obj) => Equals(obj as DistinguishedName);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>RFC 4514, the most specific part first; for people, never for comparing.</summary>
    public override string ToString() => NameText.Of(this);

    private string Key => key ??= NameComparison.KeyOf(Parts);

    // RFC 5280 Appendix A.1: these are of one type whatever they hold; the others are DirectoryString, and new ones are UTF8String.
    private static UniversalTagNumber StringTypeOf(string oid) => oid switch
    {
        Oids.CountryName or Oids.SerialNumber => UniversalTagNumber.PrintableString,
        Oids.EmailAddress or Oids.DomainComponent => UniversalTagNumber.IA5String,
        _ => UniversalTagNumber.UTF8String,
    };
}
