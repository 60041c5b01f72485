using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>An intent without a known outcome is given up: whether its signature was made is unknowable after a crash, so its id is burned.</summary>
public sealed record AbandonSeal(CommandId Id, SealFileId File, SealId Seal, Instant At) : SealFileCommand(Id, File, At)
{
    public override Decision<SealFile> Decide(SealFile state, PolicyBook policies) => state switch
    {
        SignedSeal signed => Refuse.SealAlreadySigned(signed.Seal),
        UnsignedSeal { Intent: { } intent } when intent.Seal == Seal => new SealSigningAbandoned(Seal, At),
        _ => Refuse.SealNotIntended(Seal),
    };
}

public sealed record SealSigningAbandoned(SealId Seal, Instant At) : SealFileEvent(At)
{
    public override SealFile Evolve(SealFile state) => state is UnsignedSeal { Intent: { } intent } unsigned && intent.Seal == Seal
        ? unsigned with { Intent = null, BurnedIds = unsigned.BurnedIds.Add(Seal) }
        : throw ImpossibleIn(state);
}
