using ScCa.Pki.Paths;

namespace ScCa.Composition.Authority;

/// <summary>Whom a verification is to believe, and as of when.</summary>
/// <param name="Roots">Files of certificates that are trusted.</param>
/// <param name="Intermediates">Files of certificates that may help to reach them.</param>
/// <param name="RevocationLists">Files with one list each.</param>
/// <param name="OcspResponses">Files with one response each.</param>
/// <param name="At">A date or an instant with its offset; null for now.</param>
public sealed record GivenTrust(
    IReadOnlyList<string> Roots, IReadOnlyList<string> Intermediates, IReadOnlyList<string> RevocationLists, IReadOnlyList<string> OcspResponses, string? At)
{
    internal bool HasEvidence => RevocationLists.Count > 0 || OcspResponses.Count > 0;

    internal PathInputs Inputs() => PathInputs.Of(GivenFile.Certificates(Roots), GivenFile.Certificates(Intermediates)) with
    {
        Lists = [.. RevocationLists.Select(GivenFile.RevocationList)],
        Responses = [.. OcspResponses.Select(GivenFile.OcspResponse)],
    };
}
