using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Short moduli are factored, and small or even exponents break.</summary>
internal sealed class RsaKeyIsStrong : ILint
{
    public LintRule Rule { get; } = new(
        nameof(RsaKeyIsStrong), "RFC 8017 §3.1; NIST SP 800-131A; CA/Browser Forum BR §6.1.6", new LocalDate(2014, 1, 1), LintedUses.All,
        "RSA 公钥的模数必须为 2048 至 8192 位的奇数，公开指数为 65537 以上的奇数。请重新生成密钥对。",
        "An RSA key has an odd modulus of 2048 to 8192 bits and an odd exponent from 65537. Make another key pair.");

    private const int ModulusOctetsMin = 256;
    private const int ModulusOctetsMax = 1024;
    private const int ExponentOctetsMin = 3;
    private const int ExponentOctetsMax = 8;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Key.Kind != LintedKeyKind.Rsa || IsStrong(certificate.Key.Bits.Span);

    // RSAPublicKey, RFC 8017 §A.1.1.
    private static bool IsStrong(ReadOnlySpan<byte> key)
    {
        var fields = new DerReader(DerReader.Only(key, DerTags.Sequence));
        var modulus = fields.Read(DerTags.Integer);
        var exponent = fields.Read(DerTags.Integer);
        fields.End();
        return IsOddAndPositive(modulus) && IsOddAndPositive(exponent) && modulus.TrimStart((byte)0).Length is >= ModulusOctetsMin and <= ModulusOctetsMax
            && modulus.TrimStart((byte)0)[0] >= 0x80 && exponent.TrimStart((byte)0).Length is >= ExponentOctetsMin and <= ExponentOctetsMax;
    }

    private static bool IsOddAndPositive(ReadOnlySpan<byte> number) => number is [< 0x80, ..] && (number[^1] & 1) == 1;
}
