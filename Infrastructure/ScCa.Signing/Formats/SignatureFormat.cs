using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>SM2Signature ::= SEQUENCE { R INTEGER, S INTEGER } (GM/T 0009 §7.3), and r ‖ s.</summary>
internal static class SignatureFormat
{
    public const int DerBytesMax = 72;
    public const int RawBytes = 64;

    public static bool TryReadDer(ReadOnlySpan<byte> der, out U256 r, out U256 s)
    {
        (r, s) = (default, default);
        if (der.Length > DerBytesMax)
            return false;
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty)
            return false;
        var inner = new DerReader(content);
        return inner.TryReadInteger(out r) && inner.TryReadInteger(out s) && inner.IsEmpty;
    }

    public static bool TryReadRaw(ReadOnlySpan<byte> raw, out U256 r, out U256 s)
    {
        (r, s) = (default, default);
        if (raw.Length != RawBytes)
            return false;
        (r, s) = (U256.Read(raw), U256.Read(raw[U256.Bytes..]));
        return true;
    }

    public static int WriteDer(in U256 r, in U256 s, Span<byte> destination)
    {
        Span<byte> buffer = stackalloc byte[DerBytesMax];
        var writer = new DerWriter(buffer);
        writer.PutInteger(s);
        writer.PutInteger(r);
        writer.Close(DerTag.Sequence, 0);
        Lengths.AtLeast(destination, writer.Written);
        writer.Bytes.CopyTo(destination);
        return writer.Written;
    }

    public static int WriteRaw(in U256 r, in U256 s, Span<byte> destination)
    {
        Lengths.AtLeast(destination, RawBytes);
        r.Write(destination);
        s.Write(destination[U256.Bytes..]);
        return RawBytes;
    }
}
