using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

public sealed class RenewSealsTests
{
    /// <summary>Ended on 2026-01-20 with its one seal, renewed late on 2026-03-10 for a year.</summary>
    private static Scenario<Certificate> RenewedLate { get; } = IssuedOn("2025-01-20", seals: 1)
        .Fulfilled(OperationCommands.Renew(At("2026-03-10T10:00"))).Written(Serial2, At("2026-03-11T10:00"));

    [Fact, Trait("rule", "D4"), Trait("rule", "P4"), Trait("rule", "P8"), Trait("rule", "S5")]
    public void Example_11_D4_P4_P8_S5_An_ended_seal_is_renewed_for_100_to_its_certificates_end_and_invoiced()
    {
        var paid = At("2026-03-12T10:00");
        var applied = RenewedLate.When(OperationCommands.RenewSeals(paid, Serial2)).Then(
            new SealRenewalApplied(3, RenewedLate.After(OperationCommands.RenewSeals(paid, Serial2)).State.Open!.Under, paid),
            new IdentityVerified(3, Verification.KeySignature, ChallengeDigest.Value, paid));

        Assert.Equal(Date("2027-03-10"), RenewedLate.Held().NotAfter);
        Assert.Equal([new ChargeLine(ChargeItem.Seal, Yuan(100), 1)], applied.State.Open!.Charge.Lines);
        Assert.Equal(ApplicationStep.AwaitingPayment, applied.State.Open.Step);
        applied.Paid(paid)
            .When(OperationCommands.Fulfil(3, paid))
            .Then(
                new SealMade(3, 2, 1, SealCause.Renewal, SealFormat.GmT0031V2014, OperationCommands.Picture(1), 2, Date("2027-03-10"), paid),
                new SealsFulfilled(3, paid), new InvoicePromised(3, Yuan(100), new PromisedDate(Date("2026-03-16"), []), paid));
    }

    [Fact, Trait("rule", "S5")]
    public void Example_12_S5_A_seal_that_lasts_as_long_as_its_certificate_is_not_renewed_again() => RenewedLate
        .Fulfilled(OperationCommands.RenewSeals(At("2026-03-12T10:00"), Serial2))
        .When(OperationCommands.RenewSeals(At("2026-03-12T11:00"), Serial2))
        .ThenRefused("S5", "SealsLastAsLongAsTheCertificate", ("notAfter", "2027-03-10"));

    [Fact, Trait("rule", "C4"), Trait("rule", "P7"), Trait("rule", "P8")]
    public void Example_4_10_C4_P7_P8_After_expiry_the_renewal_and_then_its_two_seals_are_charged_for_two_years()
    {
        var (granted, pulled) = (At("2026-04-20T10:00"), At("2026-05-08T10:00"));
        var late = Sealed.Ready(OperationCommands.Renew(granted, TwoYears));

        Assert.Equal(Yuan(400), late.State.Open!.Charge.Total);
        var renewed = late.After(OperationCommands.Fulfil(2, granted)).Written(Serial2, pulled);
        Assert.Equal(Date("2028-04-20"), renewed.Held().NotAfter);
        Assert.Equal([new ChargeLine(ChargeItem.Seal, Yuan(100), 4)], renewed.After(OperationCommands.RenewSeals(pulled, Serial2)).State.Open!.Charge.Lines);
        Assert.Equal(Date("2027-04-20"), Sealed.Fulfilled(OperationCommands.Renew(granted)).Written(Serial2, pulled).Held().NotAfter);
    }

    [Theory, Trait("rule", "P8")]
    [InlineData("2026-01-12", 2)] // From the seals' end, 2026-03-10, one year each.
    [InlineData("2026-03-10", 2)]
    [InlineData("2026-03-11", 2)]
    [InlineData("2027-03-09", 2)]
    public void P8_It_counts_from_the_seals_end_or_from_today_whichever_is_later(string today, int sealYears) => SealedRenewed
        .When(OperationCommands.RenewSeals(Shanghai.StartOf(Date(today)) + Duration.FromHours(12), Serial2))
        .ThenState(state => Assert.Equal(Yuan(100 * sealYears), state.Open!.Charge.Total));

    [Fact, Trait("rule", "P8")]
    public void P8_Each_seal_counts_from_its_own_end()
    {
        var at = At("2027-01-10T10:00");
        var twiceRenewed = RenewedLate
            .Fulfilled(OperationCommands.ApplyForSeals(At("2026-03-12T10:00"), proven: Serial2))
            .Fulfilled(OperationCommands.Renew(at, TwoYears, Serial2)).Written(Serial3, at);

        // One ended a year ago and counts from today, to 2029-03-10: three years. The other ends in March and counts two.
        twiceRenewed.When(OperationCommands.RenewSeals(at, Serial3))
            .ThenState(state => Assert.Equal([new ChargeLine(ChargeItem.Seal, Yuan(100), 5)], state.Open!.Charge.Lines));
    }

    [Fact, Trait("rule", "P8")]
    public void P8_Where_nothing_is_charged_it_completes_at_once_without_payment_and_invoice()
    {
        var life = IssuedOn("2025-03-10", OperationPolicies.Unpublished, 1).Fulfilled(OperationCommands.Renew(Now)).Written(Serial2, Now)
            .After(OperationCommands.RenewSeals(Now, Serial2));

        Assert.Equal(ApplicationStep.ReadyToFulfil, life.State.Open!.Step);
        life.When(OperationCommands.Fulfil(3, Now)).Then(
            new SealMade(3, 3, 2, SealCause.Renewal, SealFormat.GmT0031V2014, OperationCommands.Picture(1), 2, RenewedNotAfter, Now), new SealsFulfilled(3, Now));
    }

    [Fact, Trait("rule", "S5")]
    public void S5_Only_what_ends_early_is_renewed_and_the_rest_stays()
    {
        var life = SealedRenewed.Fulfilled(OperationCommands.ApplyForSeals(Now, proven: Serial2)).Fulfilled(OperationCommands.RenewSeals(Now, Serial2));

        Assert.Equal(
            [(3, SealStatus.Replaced), (4, SealStatus.Replaced), (5, SealStatus.Standing), (6, SealStatus.Standing), (7, SealStatus.Standing)],
            life.Held().Seals.Skip(2).Select(s => (s.Number, s.Status)));
        Assert.All(life.Held().StandingSeals, s => Assert.Equal((2, RenewedNotAfter), (s.Generation, s.NotAfter)));
    }

    [Fact, Trait("rule", "S5")]
    public void S5_Without_a_seal_or_with_seals_that_last_there_is_nothing_to_renew()
    {
        Issued.When(OperationCommands.RenewSeals(Now)).ThenRefused("S5", "NoSealToRenew");
        Sealed.When(OperationCommands.RenewSeals(Now)).ThenRefused("S5", "SealsLastAsLongAsTheCertificate", ("notAfter", "2026-03-10"));
        Issued.When(OperationCommands.RenewSeals(AfterExpiry)).ThenRefused("S5", "SealRenewalNeedsValidCertificate", ("notAfter", "2026-03-10"));
    }

    [Fact, Trait("rule", "C5"), Trait("rule", "P8")]
    public void C5_P8_While_a_grant_is_about_to_move_the_certificates_end_nothing_is_charged_to_it()
    {
        var granted = Sealed.Fulfilled(OperationCommands.Renew(Now));

        granted.When(OperationCommands.RenewSeals(Now)).ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"), ("operation", "@Operation.Renew"));
        granted.When(OperationCommands.RenewSeals(AfterExpiry)).ThenRefused("C5", "UpdateAlreadyGranted");
        granted.When(OperationCommands.RenewSeals(At("2027-03-10T23:59:59"))).ThenRefused("C5", "UpdateAlreadyGranted");
        granted.When(OperationCommands.RenewSeals(At("2027-03-11T00:00"))).ThenRefused("S5", "SealRenewalNeedsValidCertificate");
        SealedRenewed.Fulfilled(OperationCommands.Change(Now, proven: Serial2))
            .When(OperationCommands.RenewSeals(Now, Serial2)).ThenState(state => Assert.Equal(Operation.SealRenew, state.Open!.Operation));
    }

    [Fact, Trait("rule", "S5")]
    public void S5_Paid_after_the_certificates_expiry_no_seal_is_made()
    {
        var (last, next) = (At("2027-03-10T23:59:59"), At("2027-03-11T00:00"));
        var ready = SealedRenewed.After(OperationCommands.RenewSeals(Now, Serial2)).Paid(last);

        ready.When(OperationCommands.Fulfil(3, next)).ThenRefused("S5", "SealRenewalNeedsValidCertificate", ("notAfter", "2027-03-10"));
        ready.When(OperationCommands.Fulfil(3, last)).ThenState(state => Assert.Null(state.Open));
    }
}
