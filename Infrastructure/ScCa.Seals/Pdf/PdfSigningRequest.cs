using ScCa.Seals.Pictures;

namespace ScCa.Seals.Pdf;

/// <summary>What a signature is to say of itself, and where its seal shows.</summary>
public sealed record PdfSigningRequest(DateTimeOffset SignedAt)
{
    private const int UsualContentsSize = 16 * 1024;

    /// <summary>The handler's name in /Filter; readers of seals expect one of several makers' names.</summary>
    public string Filter { get; init; } = "GM.PKILite";

    /// <summary>What /Contents is: with this name an SES_Signature.</summary>
    public string SubFilter { get; init; } = "GM.sm2seal";

    /// <summary>How many bytes are kept for the signature's value.</summary>
    public int ContentsSize { get; init; } = UsualContentsSize;

    /// <summary>Where the seal shows; without it nothing shows.</summary>
    public StampPlacement? Placement { get; init; }

    /// <summary>What shows there: a drawing or an uploaded picture.</summary>
    public SealLook? Look { get; init; }

    public string? SignerName { get; init; }

    public string? Reason { get; init; }
}
