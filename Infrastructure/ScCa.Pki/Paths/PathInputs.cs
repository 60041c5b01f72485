using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>What a path may be made of. Only the anchors are trusted; the rest may come from anybody.</summary>
public sealed record PathInputs(IReadOnlyList<TrustAnchor> Anchors, IReadOnlyList<PkiCertificate> Intermediates)
{
    /// <summary>Root certificates as anchors.</summary>
    public static PathInputs Of(IReadOnlyList<PkiCertificate> roots, IReadOnlyList<PkiCertificate> intermediates) => new([.. roots.Select(TrustAnchor.Of)], intermediates);
}
