namespace ScCa.Keys;

/// <summary>How a key signs.</summary>
/// <param name="SignatureOid">The algorithm that a certificate names beside the signature.</param>
/// <param name="CurveOid">The curve that the public key names.</param>
public sealed record KeyAlgorithm(string Name, string SignatureOid, string CurveOid)
{
    /// <summary>ECDSA with SHA-256 (RFC 5758 §3.2) on P-256 (RFC 5480 §2.1.1.1).</summary>
    public static KeyAlgorithm EcdsaP256 { get; } = new("ECDSA P-256 with SHA-256", "1.2.840.10045.4.3.2", "1.2.840.10045.3.1.7");
}
