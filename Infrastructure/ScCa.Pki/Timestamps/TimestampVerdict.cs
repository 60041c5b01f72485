using ScCa.Pki.Certificates;

namespace ScCa.Pki.Timestamps;

/// <summary>How a timestamp fared.</summary>
/// <param name="Failed">The first step that failed; null where all went well.</param>
/// <param name="Certificate">The authority's; null where it was not found.</param>
/// <param name="Token">Null where there is none.</param>
public sealed record TimestampVerdict(TimestampStep? Failed, PkiCertificate? Certificate, TimestampToken? Token)
{
    public bool IsGood => Failed is null;

    /// <summary>When the data was there; null unless everything went well.</summary>
    public DateTimeOffset? Time => IsGood ? Token?.Info.Time : null;
}
