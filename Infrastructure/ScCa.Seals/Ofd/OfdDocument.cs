using System.Collections.Immutable;

namespace ScCa.Seals.Ofd;

/// <summary>A page of a document, by the id that stamps name it with.</summary>
public sealed record OfdPage(string Id, string Path);

/// <summary>One document of a package (DocBody) with its pages and signatures.</summary>
public sealed record OfdDocument(string Path, ImmutableArray<OfdPage> Pages, string? SignaturesPath, ImmutableArray<OfdSignature> Signatures)
{
    internal int MaxSignId { get; init; }
}
