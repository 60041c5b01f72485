using System.Buffers;
using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Pki;

namespace ScCa.Issuance.Building;

/// <summary>How a profile names its subjects: one attribute per relative name, in the order given (RFC 5280 §4.1.2.4).</summary>
internal sealed class SubjectTemplate
{
    private const byte Utf8String = 0x0C;
    private const byte PrintableString = 0x13;
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;
    private const int HeadersOctetsMax = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // X.680 §41.4, Table 10.
    private static readonly SearchValues<char> Printable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?");

    private readonly ImmutableArray<Attribute> attributes;

    private SubjectTemplate(ImmutableArray<Attribute> attributes) => this.attributes = attributes;

    private sealed record Attribute(byte[] Oid, byte StringTag, int CharactersMax, ValueTemplate Value);

    /// <summary>From lines such as <c>O={organization}</c>; null, and which line it is, where one cannot be used.</summary>
    public static SubjectTemplate? TryParse(IReadOnlyList<string> lines, out int wrong)
    {
        var attributes = ImmutableArray.CreateBuilder<Attribute>();
        for (wrong = 0; wrong < lines.Count; wrong++)
        {
            if (TryParse(lines[wrong]) is not { } attribute)
                return null;
            attributes.Add(attribute);
        }

        return new(attributes.ToImmutable());
    }

    /// <summary>The name, DER.</summary>
    /// <exception cref="IssuanceRefusedException">A value is too long for its attribute, or no text. It is never cut short.</exception>
    public byte[] Encode(SubjectValues values)
    {
        Span<string?> texts = new string?[attributes.Length];
        var octetsMax = HeadersOctetsMax;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = attributes[i].Value.Fill(values);
            octetsMax += HeadersOctetsMax + (3 * texts[i]?.Length ?? 0);
        }

        var buffer = octetsMax <= 2048 ? stackalloc byte[2048] : new byte[octetsMax];
        var tail = new DerTail(buffer);
        for (var i = texts.Length - 1; i >= 0; i--)
        {
            if (texts[i] is { } text)
                Write(ref tail, attributes[i], text);
        }

        tail.Close(Sequence, buffer.Length);
        return tail.Written.ToArray();
    }

    private static void Write(ref DerTail tail, Attribute attribute, string text)
    {
        var characters = CharactersOf(text);
        if (characters > attribute.CharactersMax)
            throw new IssuanceRefusedException(RequestFindings.NameTooLong(characters, attribute.CharactersMax));
        var end = tail.Start;
        WriteText(ref tail, attribute, text);
        tail.Close(attribute.StringTag, end);
        tail.Copy(attribute.Oid);
        tail.Close(Sequence, end);
        tail.Close(Set, end);
    }

    private static void WriteText(ref DerTail tail, Attribute attribute, string text)
    {
        if (attribute.StringTag == PrintableString && text.AsSpan().ContainsAnyExcept(Printable))
            throw new IssuanceRefusedException(RequestFindings.NameNotText);
        try
        {
            StrictUtf8.GetBytes(text, tail.Reserve(StrictUtf8.GetByteCount(text)));
        }
        catch (EncoderFallbackException)
        {
            // Half of a surrogate pair. The inner exception would quote the name; it is not passed on.
            throw new IssuanceRefusedException(RequestFindings.NameNotText);
        }
    }

    // RFC 5280 Appendix A.1 counts characters, not octets or UTF-16 units.
    private static int CharactersOf(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
                count--;
        }

        return count;
    }

    private static Attribute? TryParse(string line)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at < 1 || OidOf(line[..at]) is not { } oid || ValueTemplate.TryParse(line[(at + 1)..]) is not { } value || line.Length == at + 1)
            return null;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        // RFC 5280 Appendix A.1: these two are PrintableString whatever they hold; the others are DirectoryString, and new ones are UTF8String.
        var tag = oid is Oids.CountryName or Oids.SerialNumber ? PrintableString : Utf8String;
        return new(writer.Encode(), tag, oid is Oids.LocalityName or Oids.StateOrProvinceName ? 128 : 64, value);
    }

    private static string? OidOf(string keyword) => keyword switch
    {
        "C" => Oids.CountryName,
        "ST" => Oids.StateOrProvinceName,
        "L" => Oids.LocalityName,
        "O" => Oids.OrganizationName,
        "OU" => Oids.OrganizationalUnitName,
        "CN" => Oids.CommonName,
        "serialNumber" => Oids.SerialNumber,
        "UID" => Oids.UserId,
        _ => null,
    };
}
