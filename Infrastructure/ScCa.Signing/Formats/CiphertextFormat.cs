using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>The three parts of a ciphertext in their orders.</summary>
internal static class CiphertextFormat
{
    public const int PlainOverhead = KeyFormat.PointBytes + Sm3.HashSizeInBytes;

    // SEQUENCE header 6, two INTEGERs of 35, OCTET STRING 34, header of the last 6.
    public const int Asn1OverheadMax = 6 + 35 + 35 + 34 + 6;

    public static int SizeMax(int plaintext, Sm2CiphertextFormat format) =>
        checked(plaintext + (format == Sm2CiphertextFormat.Asn1 ? Asn1OverheadMax : PlainOverhead));

    public static bool TryRead(
        ReadOnlySpan<byte> bytes, Sm2CiphertextFormat format, out AffinePoint c1, out ReadOnlySpan<byte> c3, out ReadOnlySpan<byte> c2)
    {
        c1 = default;
        c3 = c2 = default;
        if (format == Sm2CiphertextFormat.Asn1)
            return TryReadAsn1(bytes, out c1, out c3, out c2);
        if (bytes.Length <= PlainOverhead || !KeyFormat.TryReadPoint(bytes[..KeyFormat.PointBytes], out c1))
            return false;
        var rest = bytes[KeyFormat.PointBytes..];
        if (format == Sm2CiphertextFormat.C1C3C2)
        {
            c3 = rest[..Sm3.HashSizeInBytes];
            c2 = rest[Sm3.HashSizeInBytes..];
        }
        else
        {
            c2 = rest[..^Sm3.HashSizeInBytes];
            c3 = rest[^Sm3.HashSizeInBytes..];
        }

        return true;
    }

    public static int Write(in AffinePoint c1, ReadOnlySpan<byte> c3, ReadOnlySpan<byte> c2, Sm2CiphertextFormat format, Span<byte> destination)
    {
        if (format == Sm2CiphertextFormat.Asn1)
        {
            var writer = new DerWriter(destination);
            writer.PutOctets(c2);
            writer.PutOctets(c3);
            writer.PutInteger(c1.Y);
            writer.PutInteger(c1.X);
            writer.Close(DerTag.Sequence, 0);
            return writer.Finish();
        }

        KeyFormat.WritePoint(c1, destination);
        var rest = destination[KeyFormat.PointBytes..];
        var (at3, at2) = format == Sm2CiphertextFormat.C1C3C2 ? (0, Sm3.HashSizeInBytes) : (c2.Length, 0);
        c2.CopyTo(rest[at2..]);
        c3.CopyTo(rest[at3..]);
        return PlainOverhead + c2.Length;
    }

    private static bool TryReadAsn1(ReadOnlySpan<byte> der, out AffinePoint c1, out ReadOnlySpan<byte> c3, out ReadOnlySpan<byte> c2)
    {
        c1 = default;
        c3 = c2 = default;
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty)
            return false;
        var inner = new DerReader(content);
        return inner.TryReadInteger(out c1.X) && inner.TryReadInteger(out c1.Y)
            && inner.TryRead(DerTag.OctetString, out c3) && c3.Length == Sm3.HashSizeInBytes
            && inner.TryRead(DerTag.OctetString, out c2) && !c2.IsEmpty
            && inner.IsEmpty;
    }
}
