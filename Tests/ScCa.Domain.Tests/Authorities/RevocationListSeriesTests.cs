using NodaTime;
using ScCa.Domain.Authorities;
using Xunit;
using static ScCa.Domain.Tests.Authorities.RevocationListLives;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Authorities;

public sealed class RevocationListSeriesTests
{
    private static readonly Instant Tomorrow = IssuedAt + Duration.FromDays(1);

    [Fact, Trait("rule", "C8")]
    public void C8_A_list_is_committed_to_and_then_recorded()
    {
        Nothing.When(Intend(1)).Then(new RevocationListIntended(1, IssuedAt, Tomorrow, null, TbsDigest, SigningKey, IssuedAt));
        Intended.When(Record(1)).Then(new RevocationListIssued(1, DigestOf("list"), 2, IssuedAt));
        Assert.Equal(new IssuedRevocationList(1, IssuedAt, Tomorrow, null, DigestOf("list"), 2), Issued.State.Whole);
        Assert.Null(Issued.State.Intent);
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_number_is_used_once_even_where_its_list_was_given_up()
    {
        Abandoned.When(Intend(1)).ThenRefused("C8", "RevocationListNumberUsed", ("number", "1"), ("last", "1"));
        Issued.When(Intend(1)).ThenRefused("C8", "RevocationListNumberUsed", ("number", "1"), ("last", "1"));
        Assert.Throws<ImpossibleEventException>(() => new RevocationListIntended(1, IssuedAt, Tomorrow, null, TbsDigest, SigningKey, IssuedAt).Evolve(Abandoned.State));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_One_signature_at_a_time_is_committed_to_and_only_that_is_recorded_or_given_up()
    {
        Intended.When(Intend(2)).ThenRefused("C8", "RevocationListAlreadyIntended", ("number", "1"));
        Intended.When(Record(2)).ThenRefused("C8", "RevocationListNotIntended", ("number", "2"));
        Intended.When(Abandon(2)).ThenRefused("C8", "RevocationListNotIntended", ("number", "2"));
        Issued.When(Record(1)).ThenRefused("C8", "RevocationListNotIntended", ("number", "1"));
        Nothing.When(Abandon(1)).ThenRefused("C8", "RevocationListNotIntended", ("number", "1"));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_list_is_of_no_earlier_time_than_the_last_and_does_not_end_before_it_begins()
    {
        Issued.When(Intend(2, IssuedAt - Duration.FromSeconds(1))).ThenRefused("C8", "RevocationListGoesBack", ("number", "2"));
        Issued.When(Intend(2, IssuedAt)).Then(new RevocationListIntended(2, IssuedAt, Tomorrow, null, TbsDigest, SigningKey, IssuedAt));
        Nothing.When(Intend(1) with { NextUpdate = IssuedAt }).ThenRefused("C8", "RevocationListGoesBack", ("number", "1"));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_The_list_before_stands_until_the_next_is_issued()
    {
        Assert.Equal(1, NextIntended.State.Whole!.Number);
        Assert.Equal(1, NextIntended.After(Abandon(2)).State.Whole!.Number);
        Assert.Equal(2, NextIntended.After(Record(2)).State.Whole!.Number);
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_whole_list_and_the_delta_of_its_time_share_a_number_and_no_others_do()
    {
        NextIssued.When(IntendDelta(2, 1, NextAt)).Then(new RevocationListIntended(2, NextAt, NextAt + Duration.FromDays(1), 1, TbsDigest, SigningKey, NextAt));
        NextIssued.When(IntendDelta(2, 1, NextAt + Duration.FromSeconds(1))).ThenRefused("C8", "RevocationListNumberUsed", ("number", "2"), ("last", "2"));
        NextIssued.When(Intend(2, NextAt)).ThenRefused("C8", "RevocationListNumberUsed", ("number", "2"), ("last", "2"));
        TwinIssued.When(IntendDelta(2, 1, NextAt)).ThenRefused("C8", "RevocationListNumberUsed", ("number", "2"), ("last", "2"));
        TwinIntended.After(Abandon(2)).When(IntendDelta(2, 1, NextAt)).ThenRefused("C8", "RevocationListNumberUsed", ("number", "2"), ("last", "2"));
        Assert.Equal((2, 2, 1L), (TwinIssued.State.Whole!.Number, TwinIssued.State.Delta!.Number, TwinIssued.State.Delta.Base));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_delta_counts_on_from_a_whole_list_that_was_issued_before_it()
    {
        Nothing.When(IntendDelta(1, 0, IssuedAt)).ThenRefused("C8", "RevocationListBaseNotIssued", ("number", "1"), ("base", "0"));
        Issued.When(IntendDelta(2, 2, NextAt)).ThenRefused("C8", "RevocationListBaseNotIssued", ("number", "2"), ("base", "2"));
        Issued.When(IntendDelta(2, 1, NextAt)).Then(new RevocationListIntended(2, NextAt, NextAt + Duration.FromDays(1), 1, TbsDigest, SigningKey, NextAt));
        Issued.After(IntendDelta(2, 1, NextAt)).After(Record(2)).When(Intend(3, IssuedAt)).ThenRefused("C8", "RevocationListGoesBack", ("number", "3"));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_Deltas_that_had_a_line_of_their_own_are_still_read()
    {
        var state = RevocationListSeries.Initial;
        foreach (var number in new long[] { 2, 3 })
        {
            state = new RevocationListIntended(number, IssuedAt, Tomorrow, 1, TbsDigest, SigningKey, IssuedAt).Evolve(state);
            state = new RevocationListIssued(number, DigestOf("list"), 0, IssuedAt).Evolve(state);
        }

        Assert.Equal((3, 3L), (state.LastNumber, state.Delta!.Number));
        Assert.Null(state.Whole);
    }
}
