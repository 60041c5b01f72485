using ScCa.Pki.Certificates;

namespace ScCa.Seals.Verification;

/// <summary>What a certificate is to be believed for.</summary>
public enum CertificateRole
{
    Signer,
    SealMaker,
    TimestampAuthority,
}

/// <summary>What is known of a certificate's revocation.</summary>
public enum CertificateRevocation
{
    NotRevoked,
    Revoked,
    Unknown,
}

/// <summary>What a judge says of a certificate.</summary>
/// <param name="IsTrusted">Whether a chain to a trust anchor holds at the instant asked for, revocation of the certificate itself apart.</param>
/// <param name="RevokedAt">Since when, where it is revoked.</param>
public sealed record CertificateJudgement(bool IsTrusted, CertificateRevocation Revocation, DateTimeOffset? RevokedAt = null)
{
    /// <summary>Whether the reason of its revocation leaves open that somebody else had the key.</summary>
    public bool IsKeySuspect { get; init; }
}

/// <summary>
/// Says whether a certificate may be believed. It knows the trust anchors and the evidence of revocation; what it fetches, it has fetched before it is asked.
/// <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ICertificateJudge
{
    /// <param name="others">Certificates that came along; they may help to build a chain and are not believed for it.</param>
    CertificateJudgement Judge(PkiCertificate certificate, CertificateRole role, DateTimeOffset instant, IReadOnlyList<PkiCertificate> others);
}
