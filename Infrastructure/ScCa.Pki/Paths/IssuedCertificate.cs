using ScCa.Pki.Algorithms;

namespace ScCa.Pki.Paths;

/// <summary>A certificate of a path and who issued it.</summary>
/// <param name="Issuer">Null where the issuer is an anchor without a certificate.</param>
internal sealed record IssuedCertificate(CertificateFacts Facts, PublicKey IssuerKey, CertificateFacts? Issuer, TrustAnchor Anchor);
