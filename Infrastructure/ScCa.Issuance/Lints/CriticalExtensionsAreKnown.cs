using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>A critical extension that a verifier does not know makes it reject the certificate.</summary>
internal sealed class CriticalExtensionsAreKnown : ILint
{
    public LintRule Rule { get; } = new(
        nameof(CriticalExtensionsAreKnown), "RFC 5280 §4.2", LintRule.Rfc5280Published,
        "只有 keyUsage 和 basicConstraints 可以标为关键扩展。请检查证书模板。",
        "Only keyUsage and basicConstraints are marked critical. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Extensions.All(extension => !extension.IsCritical || extension.Oid is Oids.KeyUsage or Oids.BasicConstraints);
}
