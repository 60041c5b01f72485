using System.Security.Cryptography;
using NodaTime;
using ScCa.Issuance.Lints.Reading;
using ScCa.Signing;

namespace ScCa.Issuance.Lints;

/// <summary>One form of key, so that equal keys are equal bytes; and a point off the curve gives its user's secrets away.</summary>
internal sealed class PointIsOnItsCurve : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PointIsOnItsCurve), "RFC 5480 §2.2; GB/T 32918.1 §6.2", new LocalDate(2009, 3, 1), LintedUses.All,
        "公钥必须是其曲线上的未压缩点。请在密钥上重新生成密钥对。",
        "The public key is an uncompressed point on its curve. Make another key pair on the key.");

    private const int FieldOctets = 32;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.Key.Kind switch
    {
        LintedKeyKind.Sm2 => IsUncompressed(certificate.Key.Bits.Span) && IsOnSm2(certificate.Key.Bits.Span),
        LintedKeyKind.P256 => IsUncompressed(certificate.Key.Bits.Span) && IsOnP256(certificate.Key.Bits.Span),
        _ => true,
    };

    // SEC 1 §2.3.3: an uncompressed point is 04, x, y.
    private static bool IsUncompressed(ReadOnlySpan<byte> point) => point.Length == 1 + (2 * FieldOctets) && point[0] == 0x04;

    private static bool IsOnSm2(ReadOnlySpan<byte> point)
    {
        try
        {
            return Sm2PublicKey.FromPoint(point) is not null;
        }
        catch (Sm2RefusedException)
        {
            return false;
        }
    }

    private static bool IsOnP256(ReadOnlySpan<byte> point)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..(1 + FieldOctets)].ToArray(), Y = point[(1 + FieldOctets)..].ToArray() },
            });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
