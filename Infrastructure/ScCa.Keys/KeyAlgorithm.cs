namespace ScCa.Keys;

/// <summary>How a key signs.</summary>
/// <param name="SignatureOid">The algorithm that a certificate names beside the signature.</param>
/// <param name="CurveOid">The curve that the public key names; null where it is on none.</param>
public sealed record KeyAlgorithm(string Name, string SignatureOid, string? CurveOid)
{
    /// <summary>ECDSA with SHA-256 (RFC 5758 §3.2) on P-256 (RFC 5480 §2.1.1.1).</summary>
    public static KeyAlgorithm EcdsaP256 { get; } = new("ECDSA P-256 with SHA-256", "1.2.840.10045.4.3.2", "1.2.840.10045.3.1.7");

    /// <summary>RSA by PKCS#1 v1.5 with SHA-256 (RFC 4055 §5).</summary>
    public static KeyAlgorithm RsaPkcs1 { get; } = new("RSA PKCS#1 v1.5 with SHA-256", "1.2.840.113549.1.1.11", null);

    /// <summary>SM2 with SM3 (GM/T 0006).</summary>
    public static KeyAlgorithm Sm2 { get; } = new("SM2 with SM3", "1.2.156.10197.1.501", "1.2.156.10197.1.301");
}
