using System.Collections.Immutable;

namespace ScCa.Seals.Ofd;

/// <summary>What became of a file that a signature protects.</summary>
public enum OfdReferenceState
{
    Unchanged,
    Changed,
    Missing,

    /// <summary>Protected by a digest that is not SM3: not compared, and not trusted.</summary>
    DigestUnknown,
}

/// <summary>One protected file and what became of it.</summary>
public sealed record OfdReferenceFinding(string Path, OfdReferenceState State);

/// <summary>All files of a package, seen from one of its signatures.</summary>
/// <param name="References">Every file that the signature protects.</param>
/// <param name="SignatureFiles">Unprotected, as they must be: this signature's own files, later signatures' files and the list of signatures.</param>
/// <param name="UnprotectedFiles">Everything else that the signature says nothing about; a reader may show it nevertheless.</param>
public sealed record OfdReferenceReport(
    ImmutableArray<OfdReferenceFinding> References, ImmutableArray<string> SignatureFiles, ImmutableArray<string> UnprotectedFiles)
{
    /// <summary>Every protected file is as it was, and there is at least one.</summary>
    public bool IsIntact => References.Length > 0 && References.All(r => r.State == OfdReferenceState.Unchanged);

    /// <summary>Intact, and nothing but signatures lies outside.</summary>
    public bool CoversEverything => IsIntact && UnprotectedFiles.IsEmpty;
}
