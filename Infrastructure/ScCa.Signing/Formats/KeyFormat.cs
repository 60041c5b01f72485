using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>SubjectPublicKeyInfo, ECPrivateKey (RFC 5915) and PKCS#8 (RFC 5958) of a key on the SM2 curve.</summary>
internal static class KeyFormat
{
    public const int PointBytes = 1 + AffinePoint.Bytes;
    public const int PublicBytes = 91;
    public const int Pkcs8Bytes = 138;
    public const byte Uncompressed = 0x04;

    // SEQUENCE { id-ecPublicKey, sm2p256v1 }
    public static ReadOnlySpan<byte> Algorithm =>
        [0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D];

    public static ReadOnlySpan<byte> CurveIdentifier => Algorithm[11..];

    /// <summary>An uncompressed point; 02, 03, 06, 07 and infinity are refused.</summary>
    public static bool TryReadPoint(ReadOnlySpan<byte> bytes, out AffinePoint point)
    {
        point = default;
        if (bytes.Length != PointBytes || bytes[0] != Uncompressed)
            return false;
        point = AffinePoint.Read(bytes[1..]);
        return true;
    }

    public static void WritePoint(in AffinePoint point, Span<byte> destination)
    {
        destination[0] = Uncompressed;
        point.Write(destination[1..]);
    }

    public static bool TryReadPublic(ReadOnlySpan<byte> der, out AffinePoint point)
    {
        point = default;
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty || !content.StartsWith(Algorithm))
            return false;
        var inner = new DerReader(content[Algorithm.Length..]);
        return inner.TryReadBits(DerTag.BitString, out var bits) && inner.IsEmpty && TryReadPoint(bits, out point);
    }

    public static void WritePublic(in AffinePoint point, Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[PointBytes];
        WritePoint(point, bytes);
        var writer = new DerWriter(destination[..PublicBytes]);
        writer.Put(bytes);
        writer.Put(0);
        writer.Close(DerTag.BitString, 0);
        writer.Put(Algorithm);
        writer.Close(DerTag.Sequence, 0);
    }

    /// <summary>Version 0, no attributes: what OpenSSL and the framework write.</summary>
    public static bool TryReadPkcs8(ReadOnlySpan<byte> der, out U256 d, out AffinePoint? claimed)
    {
        (d, claimed) = (default, null);
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty)
            return false;
        var inner = new DerReader(content);
        if (!inner.TryReadInteger(out var version) || !version.IsZero || !inner.TryRead(DerTag.Sequence, out var algorithm) || !algorithm.SequenceEqual(Algorithm[2..]))
            return false;
        return inner.TryRead(DerTag.OctetString, out var key) && inner.IsEmpty && TryReadEcPrivate(key, out d, out claimed);
    }

    public static bool TryReadEcPrivate(ReadOnlySpan<byte> der, out U256 d, out AffinePoint? claimed)
    {
        (d, claimed) = (default, null);
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty)
            return false;
        var inner = new DerReader(content);
        if (!inner.TryReadInteger(out var version) || !version.Equals(new U256(0, 0, 0, 1))
            || !inner.TryRead(DerTag.OctetString, out var scalar) || scalar.Length != U256.Bytes)
            return false;
        if (inner.Has(DerTag.Context0) && !(inner.TryRead(DerTag.Context0, out var curve) && curve.SequenceEqual(CurveIdentifier)))
            return false;
        if (inner.Has(DerTag.Context1))
        {
            if (!inner.TryRead(DerTag.Context1, out var wrapped))
                return false;
            var bits = new DerReader(wrapped);
            if (!bits.TryReadBits(DerTag.BitString, out var bytes) || !bits.IsEmpty || !TryReadPoint(bytes, out var point))
                return false;
            claimed = point;
        }

        if (!inner.IsEmpty)
            return false;
        d = U256.Read(scalar);
        return true;
    }

    public static void WritePkcs8(in U256 d, in AffinePoint point, Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[PointBytes];
        Span<byte> scalar = stackalloc byte[U256.Bytes];
        WritePoint(point, bytes);
        d.Write(scalar);
        var writer = new DerWriter(destination[..Pkcs8Bytes]);
        writer.Put(bytes);
        writer.Put(0);
        writer.Close(DerTag.BitString, 0);
        writer.Close(DerTag.Context1, 0);
        writer.PutOctets(scalar);
        writer.PutInteger(new U256(0, 0, 0, 1));
        writer.Close(DerTag.Sequence, 0);
        writer.Close(DerTag.OctetString, 0);
        writer.Put(Algorithm);
        writer.PutInteger(default);
        writer.Close(DerTag.Sequence, 0);
        Wipe.Values(scalar);
    }
}
