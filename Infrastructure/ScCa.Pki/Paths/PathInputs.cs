using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Paths;

/// <summary>What a path may be made of. Only the anchors are trusted; the rest may come from anybody.</summary>
public sealed record PathInputs(IReadOnlyList<TrustAnchor> Anchors, IReadOnlyList<PkiCertificate> Intermediates)
{
    /// <summary>Complete lists and deltas, of whatever age: each tells what it can.</summary>
    public IReadOnlyList<RevocationList> Lists { get; init; } = [];

    public IReadOnlyList<OcspResponse> Responses { get; init; } = [];

    /// <summary>Root certificates as anchors.</summary>
    public static PathInputs Of(IReadOnlyList<PkiCertificate> roots, IReadOnlyList<PkiCertificate> intermediates) => new([.. roots.Select(TrustAnchor.Of)], intermediates);
}
