using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>Commits to a seal's signature before it is made, as for a certificate's (C1).</summary>
public sealed record IntendSeal(CommandId Id, SealFileId File, SealId Seal, Digest TbsDigest, string SigningKey, Instant At) : SealFileCommand(Id, File, At)
{
    public override Decision<SealFile> Decide(SealFile state, PolicyBook policies) => state switch
    {
        SignedSeal signed => Refuse.SealAlreadySigned(signed.Seal),
        UnsignedSeal { Intent: { } intent } => Refuse.SealAlreadyIntended(intent.Seal),
        UnsignedSeal unsigned when unsigned.BurnedIds.Contains(Seal) => Refuse.SealIdAlreadyUsed(Seal),
        _ => new SealSigningIntended(Seal, TbsDigest, SigningKey, At),
    };
}

public sealed record SealSigningIntended(SealId Seal, Digest TbsDigest, string SigningKey, Instant At) : SealFileEvent(At)
{
    public override SealFile Evolve(SealFile state) => state is UnsignedSeal { Intent: null } unsigned && !unsigned.BurnedIds.Contains(Seal)
        ? unsigned with { Intent = new SealIntent(Seal, TbsDigest, SigningKey), Refused = null }
        : throw ImpossibleIn(state);
}
