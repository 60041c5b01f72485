namespace ScCa.Composition.Authority;

/// <summary>A certificate with its key, both in files; the password is the first line of a file that only its owner may read.</summary>
public sealed record GivenKey(string CertificateFile, string KeyFile, string PasswordFile);

/// <summary>A seal that is to be made.</summary>
/// <param name="HolderFile">The certificate whose holder may use it.</param>
/// <param name="Version">One of <see cref="SealOperations.Versions"/>.</param>
/// <param name="OutputFile">Where it is written to; never over another file.</param>
public sealed record SealMakingOrder(GivenKey Maker, GivenTrust Trust, string Name, string HolderFile, string Version, string OutputFile)
{
    /// <summary>A person's seal; else a unit's.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Null where the seal is to be drawn from its name.</summary>
    public string? PictureFile { get; init; }

    /// <summary>The last day, or an instant; null for the end of the holder's certificate.</summary>
    public string? ValidUntil { get; init; }
}

/// <summary>A seal that is to be put on an OFD or a PDF.</summary>
/// <param name="Trust">Who is believed: seal and certificate are judged before anything is signed.</param>
public sealed record SealUsingOrder(string DocumentFile, string SealFile, GivenKey Holder, GivenTrust Trust, string OutputFile)
{
    /// <summary>Without it nothing shows.</summary>
    public SealPlace? Place { get; init; }

    /// <summary>What shows on a PDF; null for the seal's own picture.</summary>
    public string? PictureFile { get; init; }

    /// <summary>The address of the authority that says when it was sealed (RFC 3161); null for no timestamp.</summary>
    public string? TimestampAuthority { get; init; }
}

/// <summary>Where a seal shows: its upper left corner in millimetres from that of the page, which is counted from 1.</summary>
public sealed record SealPlace(int Page, double Left, double Top)
{
    /// <summary>The place that somebody named; null where he named nothing.</summary>
    /// <exception cref="OperationRefusedException">It is named in part.</exception>
    public static SealPlace? Of(int? page, double? left, double? top) => (page, left, top) switch
    {
        (null, null, null) => null,
        (null or >= 1, { } x, { } y) => new(page ?? 1, x, y),
        _ => throw OperationRefusals.PlaceIncomplete(),
    };
}

/// <summary>A document that was sealed.</summary>
public sealed record SealedDocument(string Kind, string File, int Signatures);
