using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Authorities;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Authorities;

/// <summary>The lists of one authority, their commands and what they come to in each state.</summary>
internal static class RevocationListLives
{
    public static readonly RevocationListId TheList = RevocationListId.Of("issuing", "whole");

    private static readonly CommandId Id = new("command-1");

    public static Scenario<RevocationListSeries> Nothing { get; } = new(TestPolicies.OneVersion);
    public static Scenario<RevocationListSeries> Intended { get; } = Nothing.After(Intend(1));
    public static Scenario<RevocationListSeries> Abandoned { get; } = Intended.After(Abandon(1));
    public static Scenario<RevocationListSeries> Issued { get; } = Intended.After(Record(1));
    public static Scenario<RevocationListSeries> NextIntended { get; } = Issued.After(Intend(2, IssuedAt + Duration.FromHours(1)));

    public static OutcomeTable<RevocationListSeries> Table => new(
        [
            new("no list", Nothing, IssuedAt),
            new("the first intended", Intended, IssuedAt),
            new("the first abandoned", Abandoned, IssuedAt),
            new("the first issued", Issued, IssuedAt),
            new("the second intended", NextIntended, IssuedAt),
        ],
        Commands);

    private static ImmutableArray<NamedCommand<RevocationListSeries>> Commands { get; } =
    [
        new("", (state, at) => Intend(state.LastNumber + 1, at)),
        new(" under the last number", (state, at) => Intend(state.LastNumber, at)),
        new(" of the day before", (state, at) => Intend(state.LastNumber + 1, at - Duration.FromDays(1))),
        new(" that ends as it begins", (state, at) => Intend(state.LastNumber + 1, at) with { NextUpdate = at }),
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

    public static RecordRevocationList Record(long number) => new(Id, TheList, number, DigestOf("list"), 2, IssuedAt);

    public static AbandonRevocationList Abandon(long number) => new(Id, TheList, number, IssuedAt);
}
