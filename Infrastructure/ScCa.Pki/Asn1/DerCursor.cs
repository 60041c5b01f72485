using System.Formats.Asn1;

namespace ScCa.Pki.Asn1;

/// <summary>Walks through DER of single-octet tags and makes no object of anything: for what is read a million times.</summary>
internal ref struct DerCursor(ReadOnlySpan<byte> encoded)
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Enumerated = 0x0A;
    public const byte Sequence = 0x30;

    private readonly int length = encoded.Length;
    private ReadOnlySpan<byte> rest = encoded;

    public readonly bool HasData => !rest.IsEmpty;

    /// <summary>How far it has come.</summary>
    public readonly int Position => length - rest.Length;

    public readonly bool Has(byte tag) => !rest.IsEmpty && rest[0] == tag;

    public DerCursor Enter(byte tag) => new(Read(tag));

    /// <summary>The content of the value ahead, which must have this tag.</summary>
    public ReadOnlySpan<byte> Read(byte tag)
    {
        if (!Has(tag))
            throw new AsnContentException("Another tag was expected.");
        var (header, content) = Measure(rest);
        var value = rest.Slice(header, content);
        rest = rest[(header + content)..];
        return value;
    }

    /// <summary>The content octets of an INTEGER, which are the fewest that say it (X.690 §8.3.2).</summary>
    public ReadOnlySpan<byte> ReadInteger()
    {
        var value = Read(Integer);
        return value is [0x00, < 0x80, ..] or [0xFF, >= 0x80, ..] or [] ? throw new AsnContentException("The number is not encoded in the fewest octets.") : value;
    }

    /// <summary>RFC 5280 §5.1.2.6: UTCTime or GeneralizedTime.</summary>
    public DateTimeOffset ReadTime()
    {
        // RFC 5280 §4.1.2.5.1: two digits below 50 are of this century.
        var time = Has((byte)UniversalTagNumber.UtcTime)
            ? AsnDecoder.ReadUtcTime(rest, AsnEncodingRules.DER, out var consumed, twoDigitYearMax: 2049)
            : AsnDecoder.ReadGeneralizedTime(rest, AsnEncodingRules.DER, out consumed);
        rest = rest[consumed..];
        return time;
    }

    public bool ReadBoolean() => Read(Boolean) switch
    {
        [0x00] => false,
        [0xFF] => true,
        // X.690 §11.1.
        _ => throw new AsnContentException("A boolean is 00 or FF."),
    };

    public readonly void RequireEmpty()
    {
        if (HasData)
            throw new AsnContentException("Something follows where nothing may.");
    }

    /// <summary>How long the header of the value is, and how long its content.</summary>
    public static (int Header, int Content) Measure(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2)
            throw new AsnContentException("The value ends within its header.");
        long content = value[1];
        var header = 2;
        if (content >= 0x80)
        {
            var octets = (int)content & 0x7F;
            // X.690 §10.1: definite; four octets hold more than any file that is read here.
            if (octets is 0 or > 4 || value.Length < header + octets)
                throw new AsnContentException("The length is not readable.");
            content = 0;
            foreach (var octet in value.Slice(header, octets))
                content = (content << 8) | octet;
            // X.690 §10.1: "encoded in the minimum number of octets".
            if (content < 0x80 || content >> (8 * (octets - 1)) == 0)
                throw new AsnContentException("The length is not encoded in the fewest octets.");
            header += octets;
        }

        return value.Length - header >= content ? (header, (int)content) : throw new AsnContentException("The value is shorter than its length says.");
    }
}
