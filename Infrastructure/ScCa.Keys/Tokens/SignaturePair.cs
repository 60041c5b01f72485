using System.Formats.Asn1;

namespace ScCa.Keys.Tokens;

/// <summary>A signature of two numbers, r and s, on a curve of 256 bits: SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 §2.2.3; GB/T 35275 §7 the same for SM2).</summary>
internal static class SignaturePair
{
    private const int NumberOctets = 32;

    /// <summary>From r‖s, 32 octets each; null where it is something else.</summary>
    public static byte[]? FromRaw(ReadOnlySpan<byte> raw) => raw.Length == 2 * NumberOctets ? Write(raw[..NumberOctets], raw[NumberOctets..]) : null;

    /// <summary>From a token's own DER, written anew: tokens forget the leading nought or add some. Null where it is something else.</summary>
    public static byte[]? FromDer(ReadOnlySpan<byte> der)
    {
        try
        {
            var reader = new AsnReader(der.ToArray(), AsnEncodingRules.BER);
            var pair = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var r = Magnitude(pair);
            var s = Magnitude(pair);
            pair.ThrowIfNotEmpty();
            return r is null || s is null ? null : Write(r, s);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // The tag and length alone are the token's; what it means by the octets is an unsigned number. Whether it is the right one the verification says.
    private static byte[]? Magnitude(AsnReader pair)
    {
        var octets = pair.PeekTag() == Asn1Tag.Integer ? pair.PeekContentBytes() : default;
        pair.ReadEncodedValue();
        var number = octets.Span.TrimStart((byte)0);
        return octets.IsEmpty || number.Length > NumberOctets ? null : number.ToArray();
    }

    private static byte[] Write(ReadOnlySpan<byte> r, ReadOnlySpan<byte> s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteNumber(writer, r);
            WriteNumber(writer, s);
        }

        return writer.Encode();
    }

    private static void WriteNumber(AsnWriter writer, ReadOnlySpan<byte> number)
    {
        var significant = number.TrimStart((byte)0);
        writer.WriteIntegerUnsigned(significant.IsEmpty ? [0] : significant);
    }
}
