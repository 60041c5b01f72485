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
        _ when Number <= state.LastNumber && !(IsDelta && state.IsTwinOfWhole(Number, ThisUpdate)) => Refuse.RevocationListNumberUsed(Number, state.LastNumber),
        _ when Base is { } @base && !state.IsBaseOf(Number, @base) => Refuse.RevocationListBaseNotIssued(Number, @base),
        // A reader takes the later thisUpdate for the newer list: it must not go back, nor end before it begins.
        _ when ThisUpdate < state.Whole?.ThisUpdate || ThisUpdate < state.Delta?.ThisUpdate => Refuse.RevocationListGoesBack(Number),
        _ when NextUpdate <= ThisUpdate => Refuse.RevocationListGoesBack(Number),
        _ => new RevocationListIntended(Number, ThisUpdate, NextUpdate, Base, TbsDigest, SigningKey, At),
    };

    private bool IsDelta => Base is not null;
}

public sealed record RevocationListIntended(
    long Number, Instant ThisUpdate, Instant NextUpdate, long? Base, Digest TbsDigest, string SigningKey, Instant At) : RevocationListEvent(At)
{
    // Whether a delta may share its whole list's number was decided; series from before the two shared one line are read, too.
    public override RevocationListSeries Evolve(RevocationListSeries state) =>
        state.Intent is null && (Number > state.LastNumber || (Base is not null && Number == state.LastNumber && Number > state.LastDeltaNumber))
            ? state with
            {
                LastNumber = Number,
                LastDeltaNumber = Base is null ? state.LastDeltaNumber : Number,
                Intent = new RevocationListIntent(Number, ThisUpdate, NextUpdate, Base, TbsDigest, SigningKey),
            }
            : throw ImpossibleIn(state);
}
