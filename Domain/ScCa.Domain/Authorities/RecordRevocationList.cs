using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Authorities;

/// <summary>The list that was committed to is signed, and its file is durable.</summary>
public sealed record RecordRevocationList(CommandId Id, RevocationListId List, long Number, Digest File, long Entries, Instant At)
    : RevocationListCommand(Id, List, At)
{
    public override Decision<RevocationListSeries> Decide(RevocationListSeries state, PolicyBook policies) =>
        state.Intent?.Number == Number ? new RevocationListIssued(Number, File, Entries, At) : Refuse.RevocationListNotIntended(Number);
}

public sealed record RevocationListIssued(long Number, Digest File, long Entries, Instant At) : RevocationListEvent(At)
{
    public override RevocationListSeries Evolve(RevocationListSeries state)
    {
        if (state.Intent is not { } intent || intent.Number != Number)
            throw ImpossibleIn(state);
        var issued = new IssuedRevocationList(Number, intent.ThisUpdate, intent.NextUpdate, intent.Base, File, Entries);
        return intent.Base is null
            ? state with { Intent = null, Whole = issued, WholeBefore = state.Whole }
            : state with { Intent = null, Delta = issued };
    }
}
