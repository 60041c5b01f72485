using ScCa.Issuance.Profiles;
using ScCa.Keys;

namespace ScCa.Issuance.Ceremony;

/// <summary>How a hierarchy's files are called: what it is, then with which algorithm.</summary>
public static class HierarchyFiles
{
    /// <summary>Such as <c>issuing-sm2</c>: the name of a certificate and its key, and what profiles call an issuing authority.</summary>
    public static string NameOf(CertificateRole role, KeyAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return $"{RoleName(role)}-{AlgorithmName(algorithm)}";
    }

    public static string CertificateFile(string folder, CertificateRole role, KeyAlgorithm algorithm) => Path.Combine(folder, NameOf(role, algorithm) + ".crt");

    public static string KeyFile(string folder, CertificateRole role, KeyAlgorithm algorithm) => Path.Combine(folder, NameOf(role, algorithm) + ".key.pem");

    private static string RoleName(CertificateRole role) => role switch
    {
        CertificateRole.Root => "root",
        CertificateRole.Issuing => "issuing",
        CertificateRole.Cross => "cross",
        CertificateRole.Ocsp => "ocsp",
        CertificateRole.Timestamp => "timestamp",
        CertificateRole.SealMaker => "seal-maker",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static string AlgorithmName(KeyAlgorithm algorithm) =>
        algorithm == KeyAlgorithm.Sm2 ? "sm2" : algorithm == KeyAlgorithm.EcdsaP256 ? "p256" : "rsa";
}
