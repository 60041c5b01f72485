using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>The maker cannot make the seal so, its picture say: noted for staff, and nothing was signed.</summary>
/// <param name="Finding">The maker's own id for what is wrong.</param>
public sealed record NoteSealRefusal(CommandId Id, SealFileId File, string Finding, Instant At) : SealFileCommand(Id, File, At)
{
    public override Decision<SealFile> Decide(SealFile state, PolicyBook policies) => state switch
    {
        SignedSeal signed => Refuse.SealAlreadySigned(signed.Seal),
        UnsignedSeal { Intent: { } intent } => Refuse.SealAlreadyIntended(intent.Seal),
        _ => new SealRefused(Finding, At),
    };
}

public sealed record SealRefused(string Finding, Instant At) : SealFileEvent(At)
{
    public override SealFile Evolve(SealFile state) => state is UnsignedSeal { Intent: null } unsigned
        ? unsigned with { Refused = Finding }
        : throw ImpossibleIn(state);
}
