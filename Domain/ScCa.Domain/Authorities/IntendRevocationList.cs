using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Authorities;

/// <summary>Commits to a list's signature before it is made: its number is used from then on, whatever comes of it.</summary>
/// <param name="Base">The number of the whole list that a delta changes; null where the list is whole.</param>
public sealed record IntendRevocationList(
    CommandId Id, RevocationListId List, long Number, Instant ThisUpdate, Instant NextUpdate, long? Base, Digest TbsDigest, string SigningKey, Instant At)
    : RevocationListCommand(Id, List, At)
{
    public override Decision<RevocationListSeries> Decide(RevocationListSeries state, PolicyBook policies) => state switch
    {
        { Intent: { } intent } => Refuse.RevocationListAlreadyIntended(intent.Number),
        _ when Number <= state.LastNumber => Refuse.RevocationListNumberUsed(Number, state.LastNumber),
        // A reader takes the later thisUpdate for the newer list: it must not go back, nor end before it begins.
        { Current: { } current } when ThisUpdate < current.ThisUpdate => Refuse.RevocationListGoesBack(Number),
        _ when NextUpdate <= ThisUpdate => Refuse.RevocationListGoesBack(Number),
        _ => new RevocationListIntended(Number, ThisUpdate, NextUpdate, Base, TbsDigest, SigningKey, At),
    };
}

public sealed record RevocationListIntended(
    long Number, Instant ThisUpdate, Instant NextUpdate, long? Base, Digest TbsDigest, string SigningKey, Instant At) : RevocationListEvent(At)
{
    public override RevocationListSeries Evolve(RevocationListSeries state) => state.Intent is null && Number > state.LastNumber
        ? state with { LastNumber = Number, Intent = new RevocationListIntent(Number, ThisUpdate, NextUpdate, Base, TbsDigest, SigningKey) }
        : throw ImpossibleIn(state);
}
