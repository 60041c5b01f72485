using NodaTime;
using ScCa.Domain.Authorities;
using ScCa.Domain.Tests.Authorities;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every series of revocation lists, and next to it something wrong that is found.</summary>
public sealed class RevocationListProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "C8")]
    public void C8_Numbers_rise_and_every_intent_ends_issued_or_abandoned()
    {
        var coverage = Walk().Check(NumbersRise);
        output.WriteLine(coverage.ToString());

        coverage.Requires(
            nameof(RevocationListIntended), nameof(RevocationListIssued), nameof(RevocationListAbandoned), "C8 RevocationListAlreadyIntended",
            "C8 RevocationListNotIntended", "C8 RevocationListNumberUsed", "C8 RevocationListGoesBack", "C8 RevocationListBaseNotIssued");
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_number_that_is_used_again_after_it_was_given_up_is_found() => Finds(Walk(
        (state, command) => (state, command) is ({ Intent: null }, IntendRevocationList intend) && intend.Number == state.LastNumber
            ? new RevocationListIntended(intend.Number, intend.ThisUpdate, intend.NextUpdate, null, intend.TbsDigest, intend.SigningKey, intend.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => happened is RevocationListIntended again && again.Number == state.LastNumber
            ? state with { Intent = new RevocationListIntent(again.Number, again.ThisUpdate, again.NextUpdate, null, again.TbsDigest, again.SigningKey) }
            : happened.Evolve(state)));

    private static void NumbersRise(Walk<RevocationListSeries> walk)
    {
        var intended = walk.Of<RevocationListIntended>().Select(e => e.Event).ToArray();
        foreach (var kind in intended.GroupBy(e => e.Base is null))
            Assert.Equal(kind.Select(e => e.Number).Distinct().Order(), kind.Select(e => e.Number));
        var numbers = intended.Select(e => e.Number).ToArray();
        Assert.Equal(numbers.Order(), numbers);
        // A whole list and its delta, of one time, and nothing else.
        Assert.All(intended.GroupBy(e => e.Number), same => Assert.Single(same.Select(e => e.ThisUpdate).Distinct()));
        long[] ended = [.. walk.Of<RevocationListIssued>().Select(e => e.Event.Number), .. walk.Of<RevocationListAbandoned>().Select(e => e.Event.Number)];
        Assert.Equal(numbers, ended.Concat(walk.State.Intent is { } pending ? [pending.Number] : []).Order());
        foreach (var issued in new[] { walk.States.Select(s => s.Whole), walk.States.Select(s => s.Delta) })
        {
            var updates = issued.OfType<IssuedRevocationList>().Select(c => c.ThisUpdate).ToArray();
            Assert.Equal(updates.Order(), updates);
        }

        var wholes = walk.States.Select(s => s.Whole).OfType<IssuedRevocationList>().Select(w => w.Number).ToHashSet();
        Assert.All(intended.Where(e => e.Base is not null), delta => Assert.True(delta.Base < delta.Number && wholes.Contains(delta.Base.Value)));
    }

    internal static Walker<RevocationListSeries> Walk(
        Func<RevocationListSeries, Command<RevocationListSeries>, Decision<RevocationListSeries>>? decide = null,
        Func<RevocationListSeries, Event<RevocationListSeries>, RevocationListSeries>? evolve = null)
    {
        var right = new Walker<RevocationListSeries>(Example.IssuedAt, Next);
        return new Walker<RevocationListSeries>(Example.IssuedAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<RevocationListSeries> Next(Walk<RevocationListSeries> walk, Choices choices)
    {
        var last = walk.State.LastNumber;
        var at = walk.Now + Duration.FromHours(1);
        var (whole, before) = (walk.State.Whole, walk.State.WholeBefore);
        return choices.Weighted<Command<RevocationListSeries>>(
            (3, RevocationListLives.IntendDelta(last + 1, whole?.Number ?? 0, at)),
            (3, RevocationListLives.IntendDelta(whole?.Number ?? 0, before?.Number ?? 0, whole?.ThisUpdate ?? at)),
            (1, RevocationListLives.IntendDelta(last + 1, last + 1, at)),
            (5, RevocationListLives.Intend(last + 1, at)), (3, RevocationListLives.Record(last)), (2, RevocationListLives.Abandon(last)),
            (1, RevocationListLives.Intend(last, at)), (1, RevocationListLives.Record(last + 1)),
            (1, RevocationListLives.Intend(last + 1, Example.IssuedAt - Duration.FromDays(1))));
    }

    private void Finds(Walker<RevocationListSeries> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(NumbersRise));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
