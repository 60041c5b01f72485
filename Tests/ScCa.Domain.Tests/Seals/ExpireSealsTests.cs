using ScCa.Domain.Certificates;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

public sealed class ExpireSealsTests
{
    [Fact, Trait("rule", "C9"), Trait("rule", "S6")]
    public void C9_S6_However_late_the_sweep_runs_each_seal_has_ended_at_its_end_and_once()
    {
        var swept = Sealed
            .When(OperationCommands.ExpireSeals(At("2026-03-15T01:00")))
            .Then(new SealExpired(1, LastDay), new SealExpired(2, LastDay))
            .When(OperationCommands.ExpireSeals(At("2026-03-16T01:00"))).ThenRefused("S6", "NoSealToExpire");

        Assert.All(swept.Held().Seals, s => Assert.True(s.IsExpiryRecorded));
    }

    [Fact, Trait("rule", "S6")]
    public void S6_The_whole_last_day_is_valid()
    {
        Sealed.When(OperationCommands.ExpireSeals(LastDay)).ThenRefused("S6", "NoSealToExpire");
        Sealed.When(OperationCommands.ExpireSeals(AfterExpiry)).Then(new SealExpired(1, LastDay), new SealExpired(2, LastDay));
        Assert.True(Sealed.Held().Seals[0].IsLiveOn(NotAfter));
        Assert.False(Sealed.Held().Seals[0].IsLiveOn(NotAfter.PlusDays(1)));
    }

    [Fact, Trait("rule", "S6")]
    public void S6_A_seal_ends_while_its_certificate_goes_on_and_one_that_was_replaced_ends_no_more()
    {
        SealedRenewed.When(OperationCommands.ExpireSeals(AfterExpiry)).Then(new SealExpired(3, LastDay), new SealExpired(4, LastDay));
        SealedRenewed.Fulfilled(OperationCommands.RenewSeals(Now, Serial2)).When(OperationCommands.ExpireSeals(AfterExpiry)).ThenRefused("S6", "NoSealToExpire");
    }

    [Fact, Trait("rule", "S5"), Trait("rule", "S6")]
    public void S5_S6_A_seal_whose_end_is_recorded_is_renewed_all_the_same() => SealedRenewed
        .After(OperationCommands.ExpireSeals(AfterExpiry))
        .Fulfilled(OperationCommands.RenewSeals(AfterExpiry, Serial2))
        .When(OperationCommands.ExpireSeals(At("2027-03-11T00:00")))
        .Then(new SealExpired(5, At("2027-03-10T23:59:59")), new SealExpired(6, At("2027-03-10T23:59:59")));

    [Fact, Trait("rule", "S6")]
    public void S6_The_end_of_one_seal_is_recorded_of_that_one_alone()
    {
        Assert.Equal([true, false], ((IssuedCertificate)new SealExpired(1, LastDay).Evolve(Sealed.State)).Seals.Select(s => s.IsExpiryRecorded));
        Assert.Equal([false, true], ((IssuedCertificate)new SealExpired(2, LastDay).Evolve(Sealed.State)).Seals.Select(s => s.IsExpiryRecorded));
        Assert.Throws<ImpossibleEventException>(() => new SealExpired(3, LastDay).Evolve(Sealed.State));
    }

    [Fact, Trait("rule", "S6")]
    public void S6_There_is_no_seal_to_expire_where_none_stands()
    {
        Nothing.When(OperationCommands.ExpireSeals(AfterExpiry)).ThenRefused("A3", "CertificateUnknown");
        Requested.When(OperationCommands.ExpireSeals(AfterExpiry)).ThenRefused("S6", "NoSealToExpire");
        Issued.When(OperationCommands.ExpireSeals(AfterExpiry)).ThenRefused("S6", "NoSealToExpire");
        Sealed.Fulfilled(OperationCommands.Revoke(Now)).When(OperationCommands.ExpireSeals(AfterExpiry)).ThenRefused("S6", "NoSealToExpire");
    }

    [Fact, Trait("rule", "C12"), Trait("rule", "S6")]
    public void C12_S6_A_seal_that_was_replaced_or_revoked_is_live_on_no_day()
    {
        Assert.False(SealedRenewed.Held().Seals[0].IsLiveOn(Shanghai.DateOf(Now)));
        Assert.False(((RevokedCertificate)Sealed.Fulfilled(OperationCommands.Revoke(Now)).State).Seals[0].IsLiveOn(Shanghai.DateOf(Now)));
    }
}
