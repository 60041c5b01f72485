using System.Globalization;
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

    /// <summary>A root's list, under its number; of several the newest counts.</summary>
    public static string ListFile(string folder, KeyAlgorithm algorithm, long number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{NameOf(CertificateRole.Root, algorithm)}.{number}.crl"));

    /// <summary>The file of a root's newest list; null where there is none.</summary>
    public static string? NewestList(string folder, KeyAlgorithm algorithm)
    {
        var name = NameOf(CertificateRole.Root, algorithm) + ".";
        var newest = Directory.EnumerateFiles(folder, name + "*.crl").Max(path => NumberOf(Path.GetFileNameWithoutExtension(path)[name.Length..]));
        return newest is { } number ? ListFile(folder, algorithm, number) : null;
    }

    private static long? NumberOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

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

    /// <summary>What people call the algorithm; it is part of every name in its hierarchy.</summary>
    public static string TitleOf(KeyAlgorithm algorithm) => algorithm == KeyAlgorithm.Sm2 ? "SM2" : algorithm == KeyAlgorithm.EcdsaP256 ? "P-256" : "RSA";

    private static string AlgorithmName(KeyAlgorithm algorithm) =>
        algorithm == KeyAlgorithm.Sm2 ? "sm2" : algorithm == KeyAlgorithm.EcdsaP256 ? "p256" : "rsa";
}
