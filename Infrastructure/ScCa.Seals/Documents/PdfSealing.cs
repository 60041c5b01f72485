using ScCa.Pki.Certificates;
using ScCa.Seals.Pictures;
using ScCa.Seals.Structures;

namespace ScCa.Seals.Documents;

/// <summary>Which seal is put on a PDF, by whom, when and where.</summary>
public sealed record PdfSealing(ElectronicSeal Seal, PkiCertificate Signer, DateTimeOffset At)
{
    /// <summary>Where the seal shows; without it nothing shows.</summary>
    public StampPlacement? Placement { get; init; }

    /// <summary>What shows there; the seal's own picture where nothing else is given.</summary>
    public SealLook? Look { get; init; }

    /// <summary>The handler's name in /Filter; null for the usual one.</summary>
    public string? Filter { get; init; }

    public string? Reason { get; init; }
}
