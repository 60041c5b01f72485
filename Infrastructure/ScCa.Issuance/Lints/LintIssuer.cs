using NodaTime;

namespace ScCa.Issuance.Lints;

/// <summary>What the lints need to know of the authority that is about to sign.</summary>
internal sealed record LintIssuer(
    ReadOnlyMemory<byte> Subject, ReadOnlyMemory<byte> SubjectPublicKeyInfo, ReadOnlyMemory<byte> SubjectKeyIdentifier, Instant NotBefore, Instant NotAfter,
    ReadOnlyMemory<byte> SignatureAlgorithm)
{
    public static LintIssuer Of(CaCertificate issuer) => new(
        issuer.Subject, issuer.SubjectPublicKeyInfo, issuer.SubjectKeyIdentifier, issuer.NotBefore, issuer.NotAfter, issuer.Algorithm.Identifier);
}
