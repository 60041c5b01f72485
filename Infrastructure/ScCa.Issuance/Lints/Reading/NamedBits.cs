namespace ScCa.Issuance.Lints.Reading;

/// <summary>A BIT STRING of named bits, with the first bit on top (X.690 §8.6). DER ends it with its last one bit (§11.2.2).</summary>
internal static class NamedBits
{
    public const int DigitalSignature = 0x8000;
    public const int NonRepudiation = 0x4000;
    public const int KeyEncipherment = 0x2000;
    public const int DataEncipherment = 0x1000;
    public const int KeyAgreement = 0x0800;
    public const int KeyCertSign = 0x0400;
    public const int CrlSign = 0x0200;

    /// <summary>The bits of keyUsage; -1 where they are not as DER has them.</summary>
    public static int Read(ReadOnlySpan<byte> encoded)
    {
        var content = DerReader.Only(encoded, DerTags.BitString);
        if (content.Length is < 2 or > 3 || content[0] > 7)
            return -1;
        var last = content[^1];
        var isShortest = last != 0 && content[0] == System.Numerics.BitOperations.TrailingZeroCount(last);
        return isShortest ? (content[1] << 8) | (content.Length == 3 ? content[2] : 0) : -1;
    }

    /// <summary>Whether keyUsage is there, is critical, and says some of these and nothing else.</summary>
    public static bool SaysOnly(ToBeSigned certificate, int allowed) =>
        certificate.TryFind(OidOctets.KeyUsage, out var usage) && usage.IsCritical && Read(usage.Value.Span) is > 0 and var bits && (bits & ~allowed) == 0;

    /// <summary>Whether keyUsage is there, is critical, and says exactly these.</summary>
    public static bool Says(ToBeSigned certificate, int bits) =>
        certificate.TryFind(OidOctets.KeyUsage, out var usage) && usage.IsCritical && Read(usage.Value.Span) == bits;
}
