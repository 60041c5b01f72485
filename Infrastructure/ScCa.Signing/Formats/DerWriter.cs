using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>Writes DER from the back to the front: what is inside is there before its length is asked for.</summary>
internal ref struct DerWriter(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;
    private int start = buffer.Length;

    /// <summary>How much was written so far; also the mark to close an element with.</summary>
    public readonly int Written => buffer.Length - start;

    public readonly ReadOnlySpan<byte> Bytes => buffer[start..];

    public void Put(scoped ReadOnlySpan<byte> bytes)
    {
        start -= bytes.Length;
        bytes.CopyTo(buffer[start..]);
    }

    public void Put(byte value) => buffer[--start] = value;

    /// <summary>Puts tag and length before everything written since the mark.</summary>
    public void Close(byte tag, int mark)
    {
        var length = Written - mark;
        if (length < 0x80)
        {
            Put((byte)length);
        }
        else
        {
            var bytes = 0;
            for (var left = length; left > 0; left >>= 8, bytes++)
                Put((byte)left);
            Put((byte)(0x80 | bytes));
        }

        Put(tag);
    }

    public void PutOctets(scoped ReadOnlySpan<byte> bytes)
    {
        var mark = Written;
        Put(bytes);
        Close(DerTag.OctetString, mark);
    }

    public void PutInteger(in U256 value)
    {
        Span<byte> padded = stackalloc byte[1 + U256.Bytes];
        padded[0] = 0;
        value.Write(padded[1..]);
        var first = 1;
        while (first < U256.Bytes && padded[first] == 0)
            first++;
        var mark = Written;
        Put(padded[(padded[first] >= 0x80 ? first - 1 : first)..]);
        Close(DerTag.Integer, mark);
    }

    /// <summary>Moves what was written to the front.</summary>
    public readonly int Finish()
    {
        Bytes.CopyTo(buffer);
        return Written;
    }
}
