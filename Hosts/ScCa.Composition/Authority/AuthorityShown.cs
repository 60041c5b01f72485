using NodaTime;
using ScCa.Issuance;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Offices;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Certificates;

namespace ScCa.Composition.Authority;

/// <summary>One certificate of an authority, or the place of one that is missing.</summary>
/// <param name="Name">Such as <c>issuing-sm2</c>.</param>
/// <param name="Certificate">Null where there is none.</param>
/// <param name="HasKey">Whether its key's file is in the folder.</param>
/// <param name="Remarks">What is to be looked at: some of <c>certificate-missing</c>, <c>key-missing</c>, <c>root-key-here</c>, <c>not-yet-valid</c>, <c>expired</c>,
/// <c>expires-soon</c>, <c>list-missing</c>, <c>list-damaged</c>, <c>list-expired</c>, <c>list-expires-soon</c> and <c>demo</c>.</param>
public sealed record OfficeShown(string Name, CertificateShown? Certificate, bool HasKey, IReadOnlyList<string> Remarks);

/// <summary>What a ceremony's folder holds.</summary>
public sealed record AuthorityShown(string Folder, IReadOnlyList<OfficeShown> Offices)
{
    private static readonly CertificateRole[] Roles = [CertificateRole.Root, CertificateRole.Issuing, CertificateRole.Ocsp, CertificateRole.Timestamp, CertificateRole.SealMaker];

    // Long enough to call people together for a ceremony.
    private static readonly Duration Notice = Duration.FromDays(30);

    internal static AuthorityShown Of(string folder, Instant now) => new(
        Path.GetFullPath(folder), [.. AuthorityOffices.Algorithms.Where(algorithm => HasAny(folder, algorithm)).SelectMany(algorithm => Of(folder, algorithm, now))]);

    internal static IEnumerable<CertificateRole> RolesOf(KeyAlgorithm algorithm) =>
        Roles.Where(role => role != CertificateRole.SealMaker || algorithm == KeyAlgorithm.Sm2);

    private static IEnumerable<OfficeShown> Of(string folder, KeyAlgorithm algorithm, Instant now) => RolesOf(algorithm).Select(role =>
    {
        var file = HierarchyFiles.CertificateFile(folder, role, algorithm);
        var certificate = File.Exists(file) ? GivenFile.Certificates(file)[0] : null;
        var hasKey = File.Exists(HierarchyFiles.KeyFile(folder, role, algorithm));
        var shown = certificate is null ? null : Refusing.Told(() => CertificateShown.Of(certificate), file);
        return new OfficeShown(HierarchyFiles.NameOf(role, algorithm), shown, hasKey, [.. RemarksOn(role, certificate, hasKey, now), .. RemarksOnList(folder, role, algorithm, certificate, now)]);
    });

    private static IEnumerable<string> RemarksOn(CertificateRole role, PkiCertificate? certificate, bool hasKey, Instant now)
    {
        if (certificate is null)
            yield return "certificate-missing";
        if (role == CertificateRole.Root && hasKey)
            yield return "root-key-here";
        if (role != CertificateRole.Root && !hasKey)
            yield return "key-missing";
        if (certificate is null)
            yield break;
        if (now < Instant.FromDateTimeOffset(certificate.NotBefore))
            yield return "not-yet-valid";
        else if (now > Instant.FromDateTimeOffset(certificate.NotAfter))
            yield return "expired";
        else if (now + Notice > Instant.FromDateTimeOffset(certificate.NotAfter))
            yield return "expires-soon";
        if (IsDemo(role, certificate))
            yield return "demo";
    }

    // Who was certified by a root asks its list whether that still holds.
    private static IEnumerable<string> RemarksOnList(string folder, CertificateRole role, KeyAlgorithm algorithm, PkiCertificate? root, Instant now)
    {
        if (role != CertificateRole.Root || root is null)
            return [];
        try
        {
            return new RootList(folder, algorithm).Newest(root) switch
            {
                null => ["list-missing"],
                { NextUpdate: { } until } when now > Instant.FromDateTimeOffset(until) => ["list-expired"],
                { NextUpdate: { } until } when now + Notice > Instant.FromDateTimeOffset(until) => ["list-expires-soon"],
                _ => [],
            };
        }
        catch (AuthorityRefusedException)
        {
            return ["list-damaged"];
        }
    }

    private static bool IsDemo(CertificateRole role, PkiCertificate certificate) =>
        role is CertificateRole.Root or CertificateRole.Issuing && Refusing.Told(() => CaCertificate.FromDer(certificate.Encoded.Span)).IsDemo;

    private static bool HasAny(string folder, KeyAlgorithm algorithm) => RolesOf(algorithm).Any(role =>
        File.Exists(HierarchyFiles.CertificateFile(folder, role, algorithm)) || File.Exists(HierarchyFiles.KeyFile(folder, role, algorithm)));
}
