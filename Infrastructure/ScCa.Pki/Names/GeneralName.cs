using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Names;

/// <summary>GeneralName, RFC 5280 §4.2.1.6.</summary>
/// <param name="Encoded">With its tag.</param>
/// <param name="Text">An e-mail address, DNS name, URI or registered id; null for the others.</param>
/// <param name="Directory">A directory name; null for the others.</param>
/// <param name="Octets">An IP address (with its mask in a name constraint); empty for the others.</param>
public sealed record GeneralName(GeneralNameKind Kind, ReadOnlyMemory<byte> Encoded, string? Text = null, DistinguishedName? Directory = null, ReadOnlyMemory<byte> Octets = default)
{
    public static GeneralName Uri(string uri) => OfText(GeneralNameKind.Uri, uri);

    public static GeneralName DnsName(string name) => OfText(GeneralNameKind.DnsName, name);

    public static GeneralName EmailAddress(string address) => OfText(GeneralNameKind.EmailAddress, address);

    public static GeneralName DirectoryName(DistinguishedName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // A CHOICE cannot be tagged implicitly (X.680 §31.2.7): the name stands inside its tag.
        var encoded = Writing.Der(writer =>
        {
            using (writer.PushExplicit((int)GeneralNameKind.DirectoryName))
                writer.WriteEncoded(name.Encoded);
        });
        return new(GeneralNameKind.DirectoryName, encoded, Directory: name);
    }

    public static GeneralName IpAddress(ReadOnlyMemory<byte> octets) => new(
        GeneralNameKind.IpAddress, Writing.Der(writer => writer.WriteOctetString(octets.Span, Reading.Context((int)GeneralNameKind.IpAddress))), Octets: octets);

    internal static GeneralName Read(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var encoded = reader.ReadEncodedValue();
        if (tag.TagClass != TagClass.ContextSpecific || !Enum.IsDefined((GeneralNameKind)tag.TagValue))
            throw new AsnContentException("No general name has this tag.");
        var kind = (GeneralNameKind)tag.TagValue;
        return Reading.Whole(encoded, PkiRefusal.NameMalformed, value => kind switch
        {
            GeneralNameKind.EmailAddress or GeneralNameKind.DnsName or GeneralNameKind.Uri => new(kind, encoded, value.ReadCharacterString(UniversalTagNumber.IA5String, tag)),
            GeneralNameKind.RegisteredId => new(kind, encoded, value.ReadObjectIdentifier(tag)),
            GeneralNameKind.IpAddress => new GeneralName(kind, encoded, Octets: value.ReadOctetString(tag)),
            GeneralNameKind.DirectoryName => new GeneralName(kind, encoded, Directory: ReadDirectory(value, tag)),
            _ => ReadOpaque(value, kind, encoded),
        });
    }

    /// <summary>GeneralNames, RFC 5280 §4.2.1.6: at least one.</summary>
    internal static IReadOnlyList<GeneralName> ReadAll(AsnReader names)
    {
        var all = Reading.Each(names, Read);
        return all.Count > 0 ? all : throw new AsnContentException("There is at least one general name.");
    }

    private static DistinguishedName ReadDirectory(AsnReader value, Asn1Tag tag)
    {
        var inner = value.ReadSequence(tag);
        var name = DistinguishedName.Read(inner);
        inner.RequireEmpty();
        return name;
    }

    private static GeneralName ReadOpaque(AsnReader value, GeneralNameKind kind, ReadOnlyMemory<byte> encoded)
    {
        value.ReadEncodedValue();
        return new(kind, encoded);
    }

    private static GeneralName OfText(GeneralNameKind kind, string text)
    {
        try
        {
            return new(kind, Writing.Der(writer => writer.WriteCharacterString(UniversalTagNumber.IA5String, text, Reading.Context((int)kind))), text);
        }
        catch (ArgumentException e)
        {
            throw new PkiRefusedException(PkiRefusal.ValueNotEncodable, e);
        }
    }
}
