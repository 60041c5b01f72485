using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Seals;

/// <summary>
/// The file of one seal, from the intent to sign it to the signed structure: the fold of <c>seal-{certificate}.{number}</c>. Which seals there are and which of
/// them stand is decided in the certificate's stream; this one says how the seal that was decided on came to be signed, once.
/// </summary>
public abstract record SealFile : IEventSourced<SealFile>
{
    public static string Category => "seal";

    public static SealFile Initial { get; } = new UnsignedSeal();
}

/// <summary>Nothing is signed yet.</summary>
public sealed record UnsignedSeal : SealFile
{
    /// <summary>A signature that has been committed to and has no outcome yet (C1).</summary>
    public SealIntent? Intent { get; init; }

    /// <summary>Ids that were committed to and never used.</summary>
    public ImmutableArray<SealId> BurnedIds { get; init; } = [];

    /// <summary>What the maker found wrong the last time; null where nothing.</summary>
    public string? Refused { get; init; }
}

/// <summary>Signed for good: a seal is never changed in place, it is made anew under another number.</summary>
public sealed record SignedSeal(SealId Seal, KeptDer File, ImmutableArray<SealId> BurnedIds) : SealFile;

/// <summary>A seal's signature that the maker has committed to.</summary>
public sealed record SealIntent(SealId Seal, Digest TbsDigest, string SigningKey);

public abstract record SealFileCommand(CommandId Id, SealFileId File, Instant At) : Command<SealFile>(Id, At)
{
    public sealed override string StreamKey => File.Value;
}

public abstract record SealFileEvent(Instant At) : Event<SealFile>(At)
{
    protected Exception ImpossibleIn(SealFile state) => ImpossibleEventException.For(this, state);
}
