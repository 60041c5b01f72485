using System.Formats.Asn1;

namespace ScCa.Pki.Algorithms;

/// <summary>RFC 3279 §2.2.3: SEQUENCE { r INTEGER, s INTEGER }.</summary>
internal static class EcdsaSignatureValue
{
    /// <summary>Writes r and s, each as long as half of the destination; false where it is no DER or a number is negative or too long.</summary>
    public static bool TryRead(ReadOnlySpan<byte> der, Span<byte> destination)
    {
        var half = destination.Length / 2;
        try
        {
            AsnDecoder.ReadSequence(der, AsnEncodingRules.DER, out var offset, out var length, out var consumed);
            if (consumed != der.Length)
                return false;
            var content = der.Slice(offset, length);
            return TryTake(ref content, destination[..half]) && TryTake(ref content, destination[half..]) && content.IsEmpty;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool TryTake(ref ReadOnlySpan<byte> content, Span<byte> octets)
    {
        var number = AsnDecoder.ReadIntegerBytes(content, AsnEncodingRules.DER, out var consumed);
        content = content[consumed..];
        if (number[0] >= 0x80)
            return false;
        number = number.TrimStart((byte)0);
        if (number.Length > octets.Length)
            return false;
        octets.Clear();
        number.CopyTo(octets[^number.Length..]);
        return true;
    }
}
