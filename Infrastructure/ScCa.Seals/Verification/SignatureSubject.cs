namespace ScCa.Seals.Verification;

/// <summary>What a signature ought to be about.</summary>
/// <param name="Content">Null where nobody has it at hand.</param>
/// <param name="Range">What propertyInfo must say; null where the kind of document does not tell.</param>
internal sealed record SignatureSubject(ProtectedContent? Content, string? Range)
{
    /// <summary>The seal that the document holds beside the signature.</summary>
    public ReadOnlyMemory<byte>? SealFile { get; init; }

    /// <summary>The document speaks of such a file and has none.</summary>
    public bool IsSealFileMissing { get; init; }
}
