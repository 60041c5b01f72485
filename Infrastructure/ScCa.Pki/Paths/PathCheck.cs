using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>One step at one certificate, and how it went.</summary>
/// <param name="Depth">0 for the certificate that is asked about, one more for each issuer above.</param>
/// <param name="Finding">Null where nothing is wrong.</param>
public sealed record PathCheck(PathStep Step, int Depth, PkiCertificate Certificate, PathFinding? Finding)
{
    /// <summary>Empty where nothing is wrong.</summary>
    public string ZhCn => Finding is { } finding ? PathFindingText.Of(finding).ZhCn : "";

    /// <summary>Empty where nothing is wrong.</summary>
    public string En => Finding is { } finding ? PathFindingText.Of(finding).En : "";

    public override string ToString() => $"{Step} at {Depth} ({Certificate.Subject}): {Finding?.ToString() ?? "good"}";
}
