using ScCa.Signing;

namespace ScCa.Seals.Pdf;

/// <summary>What came into the file after a signature's revision.</summary>
public enum PdfLaterChanges
{
    None,

    /// <summary>Further signatures with their fields, and nothing else that a reader would show.</summary>
    SignaturesOnly,

    Other,
}

/// <summary>What a signature's ByteRange is worth.</summary>
/// <param name="StartsAtZero">It begins with the file's first byte.</param>
/// <param name="LeavesOutContentsOnly">The gap is exactly the hexadecimal string of this signature's own /Contents.</param>
/// <param name="EndsAtRevision">It ends where a revision of the file ends.</param>
/// <param name="BytesAfter">How many bytes of the file come after it.</param>
public sealed record PdfCoverage(bool StartsAtZero, bool LeavesOutContentsOnly, bool EndsAtRevision, int BytesAfter, PdfLaterChanges LaterChanges)
{
    /// <summary>Everything up to the end of its revision is signed.</summary>
    public bool IsWholeRevision => StartsAtZero && LeavesOutContentsOnly && EndsAtRevision;

    /// <summary>Everything is signed but signatures that came later.</summary>
    public bool IsSound => IsWholeRevision && LaterChanges != PdfLaterChanges.Other;
}

/// <summary>A filled signature field.</summary>
public sealed class PdfSignature
{
    private readonly ReadOnlyMemory<byte> file;

    internal PdfSignature(ReadOnlyMemory<byte> file) => this.file = file;

    public required string FieldName { get; init; }

    public required string? Filter { get; init; }

    public required string? SubFilter { get; init; }

    /// <summary>Null where the file gives none that it could be.</summary>
    public required PdfByteRange? ByteRange { get; init; }

    /// <summary>What fills /Contents, without the zeros behind it where it is DER.</summary>
    public required ReadOnlyMemory<byte> Contents { get; init; }

    public required PdfCoverage Coverage { get; init; }

    /// <summary>The two parts one behind the other; nothing without a ByteRange.</summary>
    public byte[] SignedBytes() => ByteRange is { } range
        ? [.. file.Span.Slice(range.FirstStart, range.FirstLength), .. file.Span.Slice(range.SecondStart, range.SecondLength)]
        : [];

    /// <summary>The SM3 digest that dataHash in the seal signature must be.</summary>
    public byte[] DigestOfByteRange()
    {
        using var hash = new Sm3Hash();
        if (ByteRange is { } range)
        {
            hash.Append(file.Span.Slice(range.FirstStart, range.FirstLength));
            hash.Append(file.Span.Slice(range.SecondStart, range.SecondLength));
        }

        var digest = new byte[Sm3.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return digest;
    }
}
