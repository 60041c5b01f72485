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
        Assert.Equal(new IssuedRevocationList(1, IssuedAt, Tomorrow, null, DigestOf("list"), 2), Issued.State.Current);
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
        Assert.Equal(1, NextIntended.State.Current!.Number);
        Assert.Equal(1, NextIntended.After(Abandon(2)).State.Current!.Number);
        Assert.Equal(2, NextIntended.After(Record(2)).State.Current!.Number);
    }
}
