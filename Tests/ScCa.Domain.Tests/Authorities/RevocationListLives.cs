using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Authorities;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Authorities;

/// <summary>The lists of one authority, their commands and what they come to in each state.</summary>
internal static class RevocationListLives
{
    public static readonly RevocationListId TheList = RevocationListId.Of("issuing");

    public static readonly Instant NextAt = IssuedAt + Duration.FromHours(1);

    private static readonly CommandId Id = new("command-1");

    public static Scenario<RevocationListSeries> Nothing { get; } = new(TestPolicies.OneVersion);
    public static Scenario<RevocationListSeries> Intended { get; } = Nothing.After(Intend(1));
    public static Scenario<RevocationListSeries> Abandoned { get; } = Intended.After(Abandon(1));
    public static Scenario<RevocationListSeries> Issued { get; } = Intended.After(Record(1));
    public static Scenario<RevocationListSeries> NextIntended { get; } = Issued.After(Intend(2, NextAt));

    public static Scenario<RevocationListSeries> NextIssued { get; } = NextIntended.After(Record(2));
    public static Scenario<RevocationListSeries> TwinIntended { get; } = NextIssued.After(IntendDelta(2, 1, NextAt));
    public static Scenario<RevocationListSeries> TwinIssued { get; } = TwinIntended.After(Record(2));

    public static OutcomeTable<RevocationListSeries> Table => new(
        [
            new("no list", Nothing, IssuedAt),
            new("the first intended", Intended, IssuedAt),
            new("the first abandoned", Abandoned, IssuedAt),
            new("the first issued", Issued, IssuedAt),
            new("the second intended", NextIntended, IssuedAt),
            new("the second issued", NextIssued, NextAt),
            new("its delta intended", TwinIntended, NextAt),
            new("its delta issued", TwinIssued, NextAt),
        ],
        Commands);

    private static ImmutableArray<NamedCommand<RevocationListSeries>> Commands { get; } =
    [
        new("", (state, at) => Intend(state.LastNumber + 1, at)),
        new(" under the last number", (state, at) => Intend(state.LastNumber, at)),
        new(" of the day before", (state, at) => Intend(state.LastNumber + 1, at - Duration.FromDays(1))),
        new(" that ends as it begins", (state, at) => Intend(state.LastNumber + 1, at) with { NextUpdate = at }),
        new(" as a delta", (state, at) => IntendDelta(state.LastNumber + 1, state.Whole?.Number ?? 0, at)),
        new(" as its delta", (state, at) => IntendDelta(state.LastNumber, state.WholeBefore?.Number ?? 0, at)),
        new(" as a delta to none", (state, at) => IntendDelta(state.LastNumber + 2, state.LastNumber + 1, at)),
        new("", (state, _) => Record(state.LastNumber)),
        new(" of another number", (state, _) => Record(state.LastNumber + 1)),
        new("", (state, _) => Abandon(state.LastNumber)),
        new(" of another number", (state, _) => Abandon(state.LastNumber + 1)),
    ];

    public static IntendRevocationList Intend(long number, Instant? thisUpdate = null)
    {
        var at = thisUpdate ?? IssuedAt;
        return new(Id, TheList, number, at, at + Duration.FromDays(1), null, TbsDigest, SigningKey, at);
    }

    public static IntendRevocationList IntendDelta(long number, long @base, Instant thisUpdate) => Intend(number, thisUpdate) with { Base = @base };

    public static RecordRevocationList Record(long number) => new(Id, TheList, number, DigestOf("list"), 2, IssuedAt);

    public static AbandonRevocationList Abandon(long number) => new(Id, TheList, number, IssuedAt);
}
