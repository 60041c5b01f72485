using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

/// <summary>A seal names its signer: a new generation has it made anew.</summary>
public sealed class RemadeSealsTests
{
    private static readonly PromisedDate InvoiceDue = new(Date("2026-01-14"), []);

    [Fact, Trait("rule", "C6")]
    public void C6_A_change_remakes_every_live_seal_for_the_new_generation_free_and_with_the_same_end() => Sealed
        .Fulfilled(OperationCommands.Change(Now)).Signed(Serial2, Now)
        .When(OperationCommands.CompleteUpdate(Serial2, Now))
        .Then(
            new GenerationRevoked(2, 1, Serial1, RevocationReason.Superseded, Now), new UpdateCompleted(2, 2, Now), Remade(2, 3, 1, 2, NotAfter, Now),
            Remade(2, 4, 2, 2, NotAfter, Now));

    [Fact, Trait("rule", "C7"), Trait("rule", "D4")]
    public void C7_D4_So_does_a_reissue_after_the_old_generation_is_revoked() => Sealed
        .Ready(OperationCommands.Reissue(Now)).Intended(Serial2, Now)
        .When(OperationCommands.Record(Serial2, Now))
        .Then(
            new GenerationRevoked(2, 1, Serial1, RevocationReason.KeyCompromise, Now),
            new GenerationIssued(2, 2, Serial2, Validity.Until(Now, NotAfter), Signed, Now), Remade(2, 3, 1, 2, NotAfter, Now),
            Remade(2, 4, 2, 2, NotAfter, Now), new InvoicePromised(2, Yuan(50), InvoiceDue, Now));

    [Fact, Trait("rule", "C7")]
    public void C7_What_a_reissue_does_bears_its_own_number_and_that_of_its_generation() => Sealed
        .Fulfilled(OperationCommands.Unlock(Now)).Ready(OperationCommands.Reissue(Now)).Intended(Serial2, Now)
        .When(OperationCommands.Record(Serial2, Now))
        .Then(
            new GenerationRevoked(3, 1, Serial1, RevocationReason.KeyCompromise, Now),
            new GenerationIssued(3, 2, Serial2, Validity.Until(Now, NotAfter), Signed, Now), Remade(3, 3, 1, 2, NotAfter, Now),
            Remade(3, 4, 2, 2, NotAfter, Now), new InvoicePromised(3, Yuan(50), InvoiceDue, Now));

    [Fact, Trait("rule", "S5")]
    public void S5_An_uncoupled_renewal_remakes_live_seals_with_the_end_they_had() => Sealed
        .Fulfilled(OperationCommands.Renew(Now)).Signed(Serial2, Now)
        .When(OperationCommands.CompleteUpdate(Serial2, LastDay))
        .Then(
            new UpdateCompleted(2, 2, LastDay), Remade(2, 3, 1, 2, NotAfter, LastDay), Remade(2, 4, 2, 2, NotAfter, LastDay),
            new InvoicePromised(2, Yuan(200), new PromisedDate(Date("2026-03-12"), []), LastDay));

    [Fact, Trait("rule", "S5")]
    public void S5_Seals_that_have_ended_wait_for_their_own_renewal()
    {
        var late = Sealed.Fulfilled(OperationCommands.Renew(Now)).Signed(Serial2, Now)
            .When(OperationCommands.CompleteUpdate(Serial2, AfterExpiry))
            .Then(new UpdateCompleted(2, 2, AfterExpiry), new InvoicePromised(2, Yuan(200), new PromisedDate(Date("2026-03-13"), []), AfterExpiry));

        late.Ready(OperationCommands.RenewSeals(AfterExpiry, Serial2))
            .When(OperationCommands.Fulfil(3, AfterExpiry))
            .Then(
                Remade(3, 3, 1, 2, RenewedNotAfter, AfterExpiry) with { Cause = SealCause.Renewal },
                Remade(3, 4, 2, 2, RenewedNotAfter, AfterExpiry) with { Cause = SealCause.Renewal }, new SealsFulfilled(3, AfterExpiry),
                new InvoicePromised(3, Yuan(200), new PromisedDate(Date("2026-03-13"), []), AfterExpiry));
    }

    [Fact, Trait("rule", "C6"), Trait("rule", "S5")]
    public void C6_S5_A_change_leaves_ended_seals_to_their_renewal_too() => SealedRenewed
        .Fulfilled(OperationCommands.Change(AfterExpiry, proven: Serial2)).Signed(Serial3, AfterExpiry)
        .When(OperationCommands.CompleteUpdate(Serial3, AfterExpiry))
        .Then(new GenerationRevoked(3, 2, Serial2, RevocationReason.Superseded, AfterExpiry), new UpdateCompleted(3, 3, AfterExpiry));

    [Fact, Trait("rule", "S1"), Trait("rule", "S2")]
    public void S1_S2_A_coupled_renewal_makes_the_seals_end_follow_even_after_expiry()
    {
        Coupled.Fulfilled(OperationCommands.Renew(Now)).Signed(Serial2, Now)
            .When(OperationCommands.CompleteUpdate(Serial2, Now))
            .Then(new UpdateCompleted(2, 2, Now), National(2, RenewedNotAfter, Now), new InvoicePromised(2, Yuan(300), InvoiceDue, Now));
        var (granted, pulled) = (At("2026-04-20T10:00"), At("2026-05-08T10:00"));
        Coupled.After(OperationCommands.ExpireSeals(AfterExpiry)).Fulfilled(OperationCommands.Renew(granted)).Signed(Serial2, pulled)
            .When(OperationCommands.CompleteUpdate(Serial2, pulled))
            .Then(
                new UpdateCompleted(2, 2, pulled), National(2, Date("2027-04-20"), pulled),
                new InvoicePromised(2, Yuan(300), new PromisedDate(Date("2026-05-11"), []), pulled));
    }

    [Fact, Trait("rule", "C7"), Trait("rule", "S5")]
    public void C7_S5_An_uncoupled_reissue_remakes_live_seals_with_the_end_they_had_and_leaves_ended_ones()
    {
        SealedRenewed.Ready(OperationCommands.Reissue(Now)).Signed(Serial3, Now)
            .When(OperationCommands.Unlock(Now, Serial3))
            .ThenState(state => Assert.Equal(
                [(5, 3, NotAfter), (6, 3, NotAfter)], ((IssuedCertificate)state).StandingSeals.Select(s => (s.Number, s.Generation, s.NotAfter))));
        SealedRenewed.Ready(OperationCommands.Reissue(AfterExpiry)).Signed(Serial3, AfterExpiry)
            .When(OperationCommands.Unlock(AfterExpiry, Serial3))
            .ThenState(state => Assert.Equal([3, 4], ((IssuedCertificate)state).StandingSeals.Select(s => s.Number)));
    }

    [Fact, Trait("rule", "S1")]
    public void S1_A_coupled_reissue_takes_its_seal_along() => Coupled
        .Ready(OperationCommands.Reissue(Now)).Intended(Serial2, Now)
        .When(OperationCommands.Record(Serial2, Now))
        .Then(
            new GenerationRevoked(2, 1, Serial1, RevocationReason.KeyCompromise, Now),
            new GenerationIssued(2, 2, Serial2, Validity.Until(Now, NotAfter), Signed, Now), National(2, NotAfter, Now),
            new InvoicePromised(2, Yuan(50), InvoiceDue, Now));

    [Fact, Trait("rule", "S1"), Trait("rule", "S2")]
    public void S1_S2_Where_the_platform_couples_them_later_a_change_or_reissue_gives_the_seal_its_certificates_end()
    {
        var life = SealedRenewed.Under(OperationPolicies.CoupledLater);

        var changed = life.Fulfilled(OperationCommands.Change(AfterExpiry, proven: Serial2)).Written(Serial3, AfterExpiry);
        var reissued = life.Ready(OperationCommands.Reissue(AfterExpiry)).Signed(Serial3, AfterExpiry);
        Assert.All(changed.Held().StandingSeals, s => Assert.Equal((3, RenewedNotAfter), (s.Generation, s.NotAfter)));
        Assert.All(reissued.Held().StandingSeals, s => Assert.Equal((3, RenewedNotAfter), (s.Generation, s.NotAfter)));
    }

    [Fact, Trait("rule", "C6"), Trait("rule", "C12")]
    public void C6_C12_What_was_remade_stays_known_as_replaced()
    {
        Assert.Equal(
            [(1, 1, SealStatus.Replaced), (2, 1, SealStatus.Replaced), (3, 2, SealStatus.Standing), (4, 2, SealStatus.Standing)],
            SealedRenewed.Held().Seals.Select(s => (s.Number, s.Generation, s.Status)));
    }

    private static SealMade Remade(int application, int seal, int replaces, int generation, LocalDate notAfter, Instant at) => new(
        application, seal, replaces, SealCause.NewGeneration, SealFormat.GmT0031V2014, OperationCommands.Picture(replaces), generation, notAfter, at);

    private static SealMade National(int application, LocalDate notAfter, Instant at) => new(
        application, 2, 1, SealCause.NewGeneration, SealFormat.GbT38540V2020, OperationCommands.Picture(1), 2, notAfter, at);
}
