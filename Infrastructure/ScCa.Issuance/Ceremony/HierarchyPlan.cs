using System.Collections.Immutable;
using NodaTime;
using ScCa.Issuance.Demo;
using ScCa.Issuance.Profiles;
using ScCa.Keys;

namespace ScCa.Issuance.Ceremony;

/// <summary>A complete hierarchy: for each algorithm an offline root, an issuing authority below it, and the offices below that.</summary>
/// <param name="Organization">The authority's registered name.</param>
/// <param name="Name">What its certificates are called, before what each is.</param>
/// <param name="At">The instant of the ceremony.</param>
public sealed record HierarchyPlan(string Organization, string Name, Instant At)
{
    public ImmutableArray<KeyAlgorithm> Algorithms { get; init; } = [KeyAlgorithm.Sm2];

    public ImmutableArray<CertificateRole> Offices { get; init; } = [CertificateRole.Ocsp, CertificateRole.Timestamp, CertificateRole.SealMaker];

    public int RootYears { get; init; } = 30;

    public int IssuingYears { get; init; } = 20;

    /// <summary>An OCSP responder's, whose status nobody can ask.</summary>
    public int ResponderDays { get; init; } = 365;

    public int OfficeYears { get; init; } = 5;

    /// <summary>It says of itself that nothing of it is real: such names are a demonstration's alone.</summary>
    public bool CarriesDemoMark => DemoMark.IsIn(Organization) || DemoMark.IsIn(Name);

    public ProfileBook Profiles { get; init; } = ProfileBook.Defaults;
}
