using ScCa.Signing.Curve;

namespace ScCa.Signing.Formats;

/// <summary>SM2EnvelopedKey ::= SEQUENCE { symAlgID, symEncryptedKey SM2Cipher, sm2PublicKey, sm2EncryptedPrivateKey } (GM/T 0009 §7.4).</summary>
internal static class EnvelopeFormat
{
    public const int SizeMax = 400;

    // Both are met; the one that names the mode is written.
    private static ReadOnlySpan<byte> Sm4Identifier => [DerTag.ObjectIdentifier, 0x07, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x68];

    private static ReadOnlySpan<byte> Sm4EcbIdentifier => [DerTag.ObjectIdentifier, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x68, 0x01];

    private static ReadOnlySpan<byte> Null => [DerTag.Null, 0x00];

    public static bool TryRead(
        ReadOnlySpan<byte> der, out ReadOnlySpan<byte> encryptedKey, out AffinePoint point, out ReadOnlySpan<byte> encryptedScalar)
    {
        encryptedKey = encryptedScalar = default;
        point = default;
        var outer = new DerReader(der);
        if (!outer.TryRead(DerTag.Sequence, out var content) || !outer.IsEmpty)
            return false;
        var inner = new DerReader(content);
        if (!inner.TryRead(DerTag.Sequence, out var algorithm) || !IsSm4(algorithm) || !inner.TryReadWhole(DerTag.Sequence, out encryptedKey))
            return false;
        return inner.TryReadBits(DerTag.BitString, out var bits) && KeyFormat.TryReadPoint(bits, out point)
            && inner.TryReadBits(DerTag.BitString, out encryptedScalar)
            && encryptedScalar.Length is U256.Bytes or 2 * U256.Bytes
            && inner.IsEmpty;
    }

    public static int Write(ReadOnlySpan<byte> encryptedKey, in AffinePoint point, ReadOnlySpan<byte> encryptedScalar, Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[KeyFormat.PointBytes];
        KeyFormat.WritePoint(point, bytes);
        var writer = new DerWriter(destination);
        writer.Put(encryptedScalar);
        writer.Put(0);
        writer.Close(DerTag.BitString, 0);
        var mark = writer.Written;
        writer.Put(bytes);
        writer.Put(0);
        writer.Close(DerTag.BitString, mark);
        writer.Put(encryptedKey);
        mark = writer.Written;
        writer.Put(Sm4EcbIdentifier);
        writer.Close(DerTag.Sequence, mark);
        writer.Close(DerTag.Sequence, 0);
        return writer.Finish();
    }

    private static bool IsSm4(ReadOnlySpan<byte> algorithm)
    {
        var identifier = algorithm.EndsWith(Null) ? algorithm[..^Null.Length] : algorithm;
        return identifier.SequenceEqual(Sm4Identifier) || identifier.SequenceEqual(Sm4EcbIdentifier);
    }
}
