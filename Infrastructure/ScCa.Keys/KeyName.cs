using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ScCa.Keys;

/// <summary>The name of a key: <c>p256-</c>, <c>sm2-</c> or <c>rsa-</c>, and the first 16 octets of the SHA-256 of its public key, in hex.</summary>
public static class KeyName
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <param name="subjectPublicKeyInfo">DER, RFC 5280 §4.1.2.7.</param>
    /// <exception cref="ArgumentException">It is no public key of a kind that is known here.</exception>
    public static string Of(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        $"{Kind(subjectPublicKeyInfo)}-{Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo).AsSpan(0, 16))}";

    private static string Kind(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        try
        {
            var algorithm = new AsnReader(subjectPublicKeyInfo.ToArray(), AsnEncodingRules.DER).ReadSequence().ReadSequence();
            if (algorithm.ReadObjectIdentifier() == RsaEncryption)
                return "rsa";
            var curve = algorithm.ReadObjectIdentifier();
            if (curve == KeyAlgorithm.EcdsaP256.CurveOid)
                return "p256";
            if (curve == KeyAlgorithm.Sm2.CurveOid)
                return "sm2";
        }
        catch (AsnContentException)
        {
            // Said below.
        }

        throw new ArgumentException("No public key of a kind that is known here.", nameof(subjectPublicKeyInfo));
    }
}
