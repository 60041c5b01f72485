using System.Collections.Immutable;

namespace ScCa.Seals.Ofd;

/// <summary>What a signature is to say of itself, and where its seal shows.</summary>
public sealed record OfdSigningRequest(OfdSignatureKind Kind, DateTimeOffset SignedAt, OfdProvider Provider)
{
    /// <summary>SM2 with SM3.</summary>
    public string SignatureMethod { get; init; } = "1.2.156.10197.1.501";

    /// <summary>Seal.esl; needed for a seal, not for a plain signature.</summary>
    public ReadOnlyMemory<byte> Seal { get; init; }

    public ImmutableArray<StampPlacement> Stamps { get; init; } = [];

    /// <summary>Which document of the package, counted from 0.</summary>
    public int DocumentIndex { get; init; }

    /// <summary>Protects the list of signatures too: nobody can add another one.</summary>
    public bool IsLast { get; init; }
}
