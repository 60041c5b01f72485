using System.Collections.Immutable;
using ScCa.Pki.Certificates;
using ScCa.Seals.Ofd;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Documents;

/// <summary>Which seal is put on an OFD, by whom, when and where.</summary>
public sealed record OfdSealing(ElectronicSeal Seal, PkiCertificate Signer, DateTimeOffset At, OfdProvider Provider)
{
    public ImmutableArray<StampPlacement> Stamps { get; init; } = [];

    /// <summary>Which document of the package, counted from 0.</summary>
    public int DocumentIndex { get; init; }

    /// <summary>Nobody can add another signature.</summary>
    public bool IsLast { get; init; }
}
