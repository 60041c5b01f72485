namespace ScCa.Pki.Asn1;

/// <summary>Tag and length of a value, for what is written where it stays (X.690 §10.1).</summary>
internal static class DerHeader
{
    /// <summary>A single-octet tag, and a length of up to four octets behind its own.</summary>
    public const int SizeMax = 6;

    public const byte BitString = 0x03;

    /// <summary>Writes the header and says how long it is.</summary>
    public static int Write(Span<byte> destination, byte tag, int length)
    {
        destination[0] = tag;
        if (length < 0x80)
        {
            destination[1] = (byte)length;
            return 2;
        }

        var octets = (32 - int.LeadingZeroCount(length) + 7) / 8;
        destination[1] = (byte)(0x80 | octets);
        for (var i = 0; i < octets; i++)
            destination[2 + i] = (byte)(length >> (8 * (octets - 1 - i)));
        return 2 + octets;
    }
}
