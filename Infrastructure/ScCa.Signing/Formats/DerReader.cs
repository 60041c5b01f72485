using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>Reads DER and nothing but DER (X.690 §10): minimal definite lengths, minimal positive integers. Whatever else is false.</summary>
internal ref struct DerReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> rest = data;

    public readonly bool IsEmpty => rest.IsEmpty;

    public readonly bool Has(byte tag) => !rest.IsEmpty && rest[0] == tag;

    public bool TryRead(byte tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (rest.Length < 2 || rest[0] != tag || !TryReadLength(rest[1..], out var length, out var lengthBytes))
            return false;
        var header = 1 + lengthBytes;
        if (length > rest.Length - header)
            return false;
        content = rest.Slice(header, length);
        rest = rest[(header + length)..];
        return true;
    }

    /// <summary>The element with its header.</summary>
    public bool TryReadWhole(byte tag, out ReadOnlySpan<byte> element)
    {
        var before = rest;
        var read = TryRead(tag, out _);
        element = read ? before[..^rest.Length] : default;
        return read;
    }

    /// <summary>A non-negative INTEGER of at most 32 bytes, padded on the left.</summary>
    public bool TryReadInteger(out U256 value)
    {
        value = default;
        if (!TryRead(DerTag.Integer, out var content) || content.IsEmpty || content[0] >= 0x80)
            return false;
        // X.690 §8.3.2: the first nine bits are not all zero.
        if (content is [0, < 0x80, ..])
            return false;
        if (content[0] == 0)
            content = content[1..];
        if (content.Length > U256.Bytes)
            return false;
        Span<byte> padded = stackalloc byte[U256.Bytes];
        padded.Clear();
        content.CopyTo(padded[(U256.Bytes - content.Length)..]);
        value = U256.Read(padded);
        Wipe.Values(padded);
        return true;
    }

    /// <summary>A BIT STRING of whole bytes.</summary>
    public bool TryReadBits(byte tag, out ReadOnlySpan<byte> bytes)
    {
        var read = TryRead(tag, out var content) && content is [0, ..];
        bytes = read ? content[1..] : default;
        return read;
    }

    private static bool TryReadLength(ReadOnlySpan<byte> from, out int length, out int bytes)
    {
        length = from[0];
        bytes = 1;
        if (length < 0x80)
            return true;
        var count = length & 0x7F;
        // The indefinite form has none; more than four is more than there can be.
        if (count is 0 or > 4 || from.Length <= count || from[1] == 0)
            return false;
        long value = 0;
        for (var i = 1; i <= count; i++)
            value = (value << 8) | from[i];
        (length, bytes) = ((int)Math.Min(value, int.MaxValue), 1 + count);
        return value is >= 0x80 and <= int.MaxValue;
    }
}
