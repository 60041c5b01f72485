using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>One revoked certificate, RFC 5280 §5.1.2.6.</summary>
/// <param name="SerialNumber">The content octets of the INTEGER.</param>
/// <param name="Reason">Null where it is not said.</param>
/// <param name="InvalidityDate">Since when the key is thought to be lost (§5.3.2); null where it is not said.</param>
/// <param name="CertificateIssuer">Whose certificate it is where that is not the list's issuer (§5.3.3).</param>
public readonly record struct RevokedEntry(
    ReadOnlyMemory<byte> SerialNumber, DateTimeOffset RevokedAt, RevocationReason? Reason = null, DateTimeOffset? InvalidityDate = null,
    DistinguishedName? CertificateIssuer = null);
