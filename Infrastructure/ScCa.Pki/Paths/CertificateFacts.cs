using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>What a certificate's extensions say that paths depend on, read once. What is malformed is as if absent, and <see cref="IsMalformed"/> refuses the certificate.</summary>
internal sealed class CertificateFacts
{
    // What this room enforces or is told to by its caller. Key identifiers and the like "MUST be non-critical": who marks them critical means something else.
    private static readonly HashSet<string> Enforced =
    [
        Oids.KeyUsage, Oids.SubjectAlternativeName, Oids.BasicConstraints, Oids.NameConstraints, Oids.CrlDistributionPoints, Oids.CertificatePolicies,
        Oids.PolicyMappings, Oids.PolicyConstraints, Oids.ExtendedKeyUsage, Oids.InhibitAnyPolicy,
    ];

    public CertificateFacts(PkiCertificate certificate)
    {
        Certificate = certificate;
        var extensions = certificate.Extensions;
        IsSelfIssued = certificate.IsSelfIssued;
        BasicConstraints = Read(() => extensions.BasicConstraints);
        KeyUsage = Read(() => extensions.KeyUsage);
        Purposes = Read(() => extensions.ExtendedKeyUsage);
        AlternativeNames = Read(() => extensions.SubjectAlternativeName) ?? [];
        NameConstraints = Read(() => extensions.NameConstraints);
        Policies = extensions.Find(Oids.CertificatePolicies) is null ? null : Read(() => extensions.CertificatePolicies);
        PolicyMappings = Read(() => extensions.PolicyMappings) ?? [];
        PolicyConstraints = Read(() => extensions.PolicyConstraints);
        InhibitAnyPolicy = Read(() => extensions.InhibitAnyPolicy);
        SubjectKey = Read(() => extensions.SubjectKeyIdentifier);
        AuthorityKey = Read(() => extensions.AuthorityKeyIdentifier);
        DistributionPoints = Read(() => extensions.CrlDistributionPoints) ?? [];
    }

    public PkiCertificate Certificate { get; }

    public bool IsMalformed { get; private set; }

    public bool IsSelfIssued { get; }

    public BasicConstraints? BasicConstraints { get; }

    public KeyUsages? KeyUsage { get; }

    public IReadOnlyList<string>? Purposes { get; }

    public IReadOnlyList<GeneralName> AlternativeNames { get; }

    public NameConstraints? NameConstraints { get; }

    /// <summary>Null where the extension is absent.</summary>
    public IReadOnlyList<CertificatePolicy>? Policies { get; }

    public IReadOnlyList<PolicyMapping> PolicyMappings { get; }

    public PolicyConstraints? PolicyConstraints { get; }

    public int? InhibitAnyPolicy { get; }

    public ReadOnlyMemory<byte> SubjectKey { get; }

    public AuthorityKeyIdentifier? AuthorityKey { get; }

    public IReadOnlyList<DistributionPoint> DistributionPoints { get; }

    public bool IsAuthority => BasicConstraints is { IsAuthority: true };

    public bool HasUnknownCritical => Certificate.Extensions.All.Any(extension => extension.IsCritical && !Enforced.Contains(extension.Oid));

    public bool MaySign(KeyUsages usage) => KeyUsage is not { } said || said.HasFlag(usage);

    private T? Read<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (PkiRefusedException)
        {
            IsMalformed = true;
            return default;
        }
    }
}
