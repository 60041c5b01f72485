using System.Collections.Immutable;
using ScCa.Seals.Verification;

namespace ScCa.Seals.Documents;

/// <summary>One signature on a document.</summary>
/// <param name="Name">Its id in an OFD, the name of its field in a PDF.</param>
/// <param name="IsSeal">False for a plain signature, which has no seal to be judged.</param>
public sealed record DocumentSignatureVerdict(string Name, bool IsSeal, SealVerdict Verdict);

/// <summary>What the verification of a whole document came to.</summary>
public sealed record SealedDocumentVerdict(ImmutableArray<DocumentSignatureVerdict> Signatures)
{
    /// <summary>Why the document could not be read; null where it was.</summary>
    public SealRefusedException? Refused { get; init; }

    /// <summary>Whether there is a signature, and all are valid.</summary>
    public bool IsValid => Refused is null && !Signatures.IsEmpty && Signatures.All(s => s.Verdict.IsValid);
}
