using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>The signature that was committed to has been made (C1).</summary>
public sealed record RecordSeal(CommandId Id, SealFileId File, SealId Seal, KeptDer Signed, Instant At) : SealFileCommand(Id, File, At)
{
    public override Decision<SealFile> Decide(SealFile state, PolicyBook policies) => state switch
    {
        SignedSeal signed => Refuse.SealAlreadySigned(signed.Seal),
        UnsignedSeal { Intent: { } intent } when intent.Seal == Seal => new SealSigned(Seal, Signed, At),
        _ => Refuse.SealNotIntended(Seal),
    };
}

/// <param name="File">The structure (SESeal) as it was signed.</param>
public sealed record SealSigned(SealId Seal, KeptDer File, Instant At) : SealFileEvent(At)
{
    public override SealFile Evolve(SealFile state) => state is UnsignedSeal { Intent: { } intent } unsigned && intent.Seal == Seal
        ? new SignedSeal(Seal, File, unsigned.BurnedIds)
        : throw ImpossibleIn(state);
}
