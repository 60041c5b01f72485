using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Authorities;

/// <summary>An intent without a known outcome is given up: whether its signature was made is unknowable after a crash, so its number is never used again.</summary>
public sealed record AbandonRevocationList(CommandId Id, RevocationListId List, long Number, Instant At) : RevocationListCommand(Id, List, At)
{
    public override Decision<RevocationListSeries> Decide(RevocationListSeries state, PolicyBook policies) =>
        state.Intent?.Number == Number ? new RevocationListAbandoned(Number, At) : Refuse.RevocationListNotIntended(Number);
}

public sealed record RevocationListAbandoned(long Number, Instant At) : RevocationListEvent(At)
{
    public override RevocationListSeries Evolve(RevocationListSeries state) =>
        state.Intent is { } intent && intent.Number == Number ? state with { Intent = null } : throw ImpossibleIn(state);
}
