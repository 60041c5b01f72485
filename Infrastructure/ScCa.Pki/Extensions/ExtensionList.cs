using System.Numerics;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>The extensions of one certificate, each read when it is asked for. What is absent is null or empty; what is malformed is refused.</summary>
public sealed class ExtensionList(IReadOnlyList<Extension> all)
{
    public static ExtensionList None { get; } = new([]);

    public IReadOnlyList<Extension> All { get; } = all;

    /// <exception cref="PkiRefusedException">The extension is malformed, as with every member below.</exception>
    public KeyUsages? KeyUsage => Find(Oids.KeyUsage) is { } found ? found.Parse(Extensions.KeyUsage.Read) : null;

    public BasicConstraints? BasicConstraints => Find(Oids.BasicConstraints)?.Parse(Extensions.BasicConstraints.Read);

    public ReadOnlyMemory<byte> SubjectKeyIdentifier => Find(Oids.SubjectKeyIdentifier) is { } found ? found.Parse(KeyIdentifiers.ReadSubject) : default;

    public AuthorityKeyIdentifier? AuthorityKeyIdentifier => Find(Oids.AuthorityKeyIdentifier)?.Parse(Extensions.AuthorityKeyIdentifier.Read);

    /// <summary>Null where every purpose is allowed.</summary>
    public IReadOnlyList<string>? ExtendedKeyUsage => Find(Oids.ExtendedKeyUsage)?.Parse(Extensions.ExtendedKeyUsage.Read);

    public IReadOnlyList<GeneralName> SubjectAlternativeName => Find(Oids.SubjectAlternativeName)?.Parse(AlternativeName.Read) ?? [];

    public AuthorityInformationAccess? AuthorityInformationAccess => Find(Oids.AuthorityInformationAccess)?.Parse(Extensions.AuthorityInformationAccess.Read);

    public NameConstraints? NameConstraints => Find(Oids.NameConstraints)?.Parse(Extensions.NameConstraints.Read);

    public PolicyConstraints? PolicyConstraints => Find(Oids.PolicyConstraints)?.Parse(Extensions.PolicyConstraints.Read);

    public IReadOnlyList<PolicyMapping> PolicyMappings => Find(Oids.PolicyMappings)?.Parse(Extensions.PolicyMappings.Read) ?? [];

    public int? InhibitAnyPolicy => Find(Oids.InhibitAnyPolicy) is { } found ? found.Parse(Extensions.InhibitAnyPolicy.Read) : null;

    public IReadOnlyList<DistributionPoint> CrlDistributionPoints => Find(Oids.CrlDistributionPoints)?.Parse(DistributionPoint.ReadAll) ?? [];

    public IReadOnlyList<DistributionPoint> FreshestCrl => Find(Oids.FreshestCrl)?.Parse(DistributionPoint.ReadAll) ?? [];

    public IReadOnlyList<CertificatePolicy> CertificatePolicies => Find(Oids.CertificatePolicies)?.Parse(Extensions.CertificatePolicies.Read) ?? [];

    public BigInteger? CrlNumber => Find(Oids.CrlNumber)?.Parse(Extensions.CrlNumber.Read);

    /// <summary>The complete list from which a delta counts on.</summary>
    public BigInteger? DeltaCrlIndicator => Find(Oids.DeltaCrlIndicator)?.Parse(Extensions.CrlNumber.Read);

    public IssuingDistributionPoint? IssuingDistributionPoint => Find(Oids.IssuingDistributionPoint)?.Parse(Extensions.IssuingDistributionPoint.Read);

    public Extension? Find(string oid) => All.FirstOrDefault(extension => extension.Oid == oid);

    /// <summary>Whether the key may be used so: it says so, or it says nothing about its uses.</summary>
    public bool Allows(KeyUsages usage) => KeyUsage is not { } said || (said & usage) == usage;
}
