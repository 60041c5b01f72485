using System.Security.Cryptography;
using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Composition.Authority;

/// <summary>What a certificate says, as text.</summary>
/// <param name="KeyUsage">By the names of X.509; null where it says nothing.</param>
/// <param name="Purposes">Object identifiers; null where it says nothing.</param>
public sealed record CertificateShown(
    string Subject, string Issuer, string Serial, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Key, string? SignatureAlgorithm, bool IsAuthority,
    int? PathLengthMax, string? KeyUsage, IReadOnlyList<string>? Purposes, IReadOnlyList<string> Policies, IReadOnlyList<string> RevocationLists, IReadOnlyList<string> Ocsp,
    IReadOnlyList<string> Issuers, string SubjectKeyIdentifier, string AuthorityKeyIdentifier, IReadOnlyList<string> UnknownCriticalExtensions, string Sha256, string Sm3)
{
    internal static CertificateShown Of(PkiCertificate certificate)
    {
        var extensions = certificate.Extensions;
        var authority = extensions.BasicConstraints;
        return new(
            certificate.Subject.ToString(), certificate.Issuer.ToString(), Hex(certificate.SerialNumber.Span), certificate.NotBefore, certificate.NotAfter,
            $"{certificate.PublicKey.Kind} {certificate.PublicKey.SizeInBits}", certificate.SignatureAlgorithm?.Name, authority is { IsAuthority: true }, authority?.PathLengthMax,
            extensions.KeyUsage?.ToString(), extensions.ExtendedKeyUsage, [.. extensions.CertificatePolicies.Select(policy => policy.Oid)],
            [.. extensions.CrlDistributionPoints.SelectMany(point => point.FullName).Select(name => name.Text).OfType<string>()],
            Places(extensions, Oids.AccessOcsp), Places(extensions, Oids.AccessCaIssuers), Hex(extensions.SubjectKeyIdentifier.Span),
            extensions.AuthorityKeyIdentifier is { } identifier ? Hex(identifier.KeyIdentifier.Span) : "",
            [.. extensions.All.Where(extension => extension.IsCritical && !Known.Contains(extension.Oid)).Select(extension => extension.Oid)],
            Hex(SHA256.HashData(certificate.Encoded.Span)), Hex(Signing.Sm3.HashData(certificate.Encoded.Span)));
    }

    private static readonly HashSet<string> Known =
    [
        Oids.KeyUsage, Oids.BasicConstraints, Oids.ExtendedKeyUsage, Oids.NameConstraints, Oids.PolicyConstraints, Oids.PolicyMappings, Oids.InhibitAnyPolicy,
        Oids.CertificatePolicies, Oids.SubjectAlternativeName,
    ];

    private static IReadOnlyList<string> Places(ExtensionList extensions, string method) =>
        [.. extensions.AuthorityInformationAccess?.Places.Where(place => place.Method == method).Select(place => place.Location.Text).OfType<string>() ?? []];

    private static string Hex(ReadOnlySpan<byte> octets) => Convert.ToHexStringLower(octets);
}
