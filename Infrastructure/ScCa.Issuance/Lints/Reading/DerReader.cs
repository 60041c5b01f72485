using System.Formats.Asn1;

namespace ScCa.Issuance.Lints.Reading;

/// <summary>
/// Reads DER value by value, strictly: lengths are definite and as short as they can be (X.690 §10.1), tags are of one octet. Written for the lints alone: it
/// shares no code with what builds certificates, so that an error there is not read over here. It leaves nothing for the collector.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> rest = rest;

    public readonly bool HasData => !rest.IsEmpty;

    /// <summary>The next value's tag; zero where there is none.</summary>
    public readonly byte NextTag => rest.IsEmpty ? (byte)0 : rest[0];

    public static AsnContentException Unreadable => new("Not the DER that is asked for here.");

    /// <summary>The content of the next value, which has this tag.</summary>
    public ReadOnlySpan<byte> Read(byte tag) => NextTag == tag && HasData ? Read(out _) : throw Unreadable;

    /// <summary>The content of the next value, whatever it is.</summary>
    public ReadOnlySpan<byte> Read(out byte tag)
    {
        var content = Take(out var header, out var length);
        tag = rest[0];
        rest = rest[(header + length)..];
        return content;
    }

    /// <summary>The next value with its tag and length.</summary>
    public ReadOnlySpan<byte> ReadEncoded()
    {
        _ = Take(out var header, out var length);
        var encoded = rest[..(header + length)];
        rest = rest[(header + length)..];
        return encoded;
    }

    /// <summary>The one value in there, which has this tag.</summary>
    public static ReadOnlySpan<byte> Only(ReadOnlySpan<byte> encoded, byte tag)
    {
        var reader = new DerReader(encoded);
        var content = reader.Read(tag);
        reader.End();
        return content;
    }

    public readonly void End()
    {
        if (HasData)
            throw Unreadable;
    }

    private readonly ReadOnlySpan<byte> Take(out int header, out int length)
    {
        // A tag number from 31 on would go on in further octets; a certificate has none.
        if (rest.Length < 2 || (rest[0] & 0x1F) == 0x1F)
            throw Unreadable;
        (header, length) = (2, rest[1]);
        if (length >= 0x80)
        {
            var octets = length & 0x7F;
            if (octets is 0 or > 3 || rest.Length < 2 + octets || rest[2] == 0)
                throw Unreadable;
            length = 0;
            for (var i = 0; i < octets; i++)
                length = (length << 8) | rest[2 + i];
            header += octets;
            if (length < 0x80)
                throw Unreadable;
        }

        return length <= rest.Length - header ? rest.Slice(header, length) : throw Unreadable;
    }
}
