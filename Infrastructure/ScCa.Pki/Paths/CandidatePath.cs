using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>A way from a certificate to an anchor that may be a path.</summary>
/// <param name="Certificates">The certificate that is asked about first.</param>
internal sealed record CandidatePath(TrustAnchor Anchor, IReadOnlyList<PkiCertificate> Certificates);
