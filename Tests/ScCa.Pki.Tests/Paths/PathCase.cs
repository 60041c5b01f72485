using ScCa.Pki.Certificates;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Tests.Paths;

/// <summary>A plan made real: the files, and what is demanded.</summary>
internal sealed record PathCase(
    byte[] Target, IReadOnlyList<byte[]> Pool, IReadOnlyList<byte[]> Roots, IReadOnlyList<byte[]> Lists, PathOptions Options, IReadOnlyList<string> OpenSslOptions)
{
    /// <summary>Null where one of the files is none that is read.</summary>
    public PathResult? Validate()
    {
        try
        {
            return PathValidator.Validate(PkiCertificate.From(Target), Inputs(), Options);
        }
        catch (PkiRefusedException)
        {
            return null;
        }
    }

    private PathInputs Inputs() => PathInputs.Of([.. Roots.Select(Read)], [.. Pool.Select(Read)]) with
    {
        Lists = [.. Lists.Select(list => RevocationList.From(list))],
    };

    private static PkiCertificate Read(byte[] encoded) => PkiCertificate.From(encoded);
}
