namespace ScCa.Issuance.Lints.Reading;

/// <summary>Which kind a public key says that it is.</summary>
internal enum LintedKeyKind
{
    Other = 0,
    Sm2 = 1,
    P256 = 2,
    Rsa = 3,
}

/// <summary>SubjectPublicKeyInfo, RFC 5280 §4.1.2.7, taken apart.</summary>
/// <param name="Bits">What the BIT STRING holds.</param>
internal readonly record struct LintedKey(LintedKeyKind Kind, ReadOnlyMemory<byte> Bits)
{
    /// <param name="encoded">The whole structure.</param>
    /// <param name="start">Where it begins in the bytes.</param>
    public static LintedKey Read(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> encoded, int start)
    {
        var fields = new DerReader(DerReader.Only(encoded, DerTags.Sequence));
        var kind = KindOf(fields.Read(DerTags.Sequence));
        var bits = fields.Read(DerTags.BitString);
        fields.End();
        // A key is whole octets: no unused bits.
        if (bits.IsEmpty || bits[0] != 0)
            throw DerReader.Unreadable;
        return new(kind, bytes.Slice(start + encoded.Length - bits.Length + 1, bits.Length - 1));
    }

    private static LintedKeyKind KindOf(ReadOnlySpan<byte> algorithm)
    {
        var fields = new DerReader(algorithm);
        var oid = fields.Read(DerTags.Oid);
        // RFC 3279 §2.3.1: the parameters are NULL.
        if (oid.SequenceEqual(OidOctets.Rsa) && fields.NextTag == DerTags.Null)
            return LintedKeyKind.Rsa;
        if (!oid.SequenceEqual(OidOctets.EcPublicKey) || fields.NextTag != DerTags.Oid)
            return LintedKeyKind.Other;
        var curve = fields.Read(DerTags.Oid);
        if (fields.HasData)
            return LintedKeyKind.Other;
        return curve.SequenceEqual(OidOctets.Sm2) ? LintedKeyKind.Sm2 : curve.SequenceEqual(OidOctets.P256) ? LintedKeyKind.P256 : LintedKeyKind.Other;
    }
}
