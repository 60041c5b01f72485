namespace ScCa.Pki.Certificates;

/// <summary>
/// Judges whether a certificate may be believed at an instant: its path, and its revocation where that is asked for. Whoever needs the reasons keeps them.
/// </summary>
/// <param name="others">Certificates that came along; nothing vouches for them.</param>
public delegate bool CertificateTrust(PkiCertificate certificate, IReadOnlyList<PkiCertificate> others, DateTimeOffset at);
