using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

public sealed class UpgradeSealsTests
{
    private static readonly NodaTime.Instant InTime = At("2026-01-09T10:00");

    [Fact, Trait("rule", "A6"), Trait("rule", "S3")]
    public void A6_S3_An_upgrade_is_applied_for_with_the_key() => Sealed
        .When(OperationCommands.UpgradeSeals(InTime))
        .Then(
            new SealUpgradeApplied(2, Sealed.After(OperationCommands.UpgradeSeals(InTime)).State.Open!.Under, InTime),
            new IdentityVerified(2, Verification.KeySignature, ChallengeDigest.Value, InTime));

    [Fact, Trait("rule", "S3")]
    public void Example_13_S3_Sixty_days_before_the_end_an_upgrade_is_accepted_and_on_the_next_it_is_not()
    {
        var life = IssuedOn("2025-08-31", seals: 1);

        life.When(OperationCommands.UpgradeSeals(At("2026-07-02T23:59:59"))).ThenState(state => Assert.Equal(Operation.SealUpgrade, state.Open!.Operation));
        life.When(OperationCommands.UpgradeSeals(At("2026-07-03T00:00")))
            .ThenRefused("S3", "SealUpgradeNeedsRenewal", ("lastDate", "2026-07-02"), ("notAfter", "2026-08-31"));
    }

    [Fact, Trait("rule", "C3"), Trait("rule", "S3")]
    public void Example_14_C3_S3_The_day_before_only_the_upgrade_is_open_and_on_the_sixtieth_both_are()
    {
        var life = IssuedOn("2025-08-31", seals: 1);

        life.When(OperationCommands.UpgradeSeals(NoonOf("2026-07-01"))).ThenState(state => Assert.NotNull(state.Open));
        life.When(OperationCommands.Renew(NoonOf("2026-07-01"))).ThenRefused("C3", "RenewalNotYetOpen", ("firstDate", "2026-07-02"));
        life.When(OperationCommands.Renew(NoonOf("2026-07-02"))).ThenState(state => Assert.NotNull(state.Open));
    }

    [Theory, Trait("rule", "D5"), Trait("rule", "S3")]
    [InlineData("2026-04-30", "2026-05-06")]
    [InlineData("2026-02-13", "2026-02-14")]
    [InlineData("2026-02-14", "2026-02-24")]
    public void Examples_15_to_17_D5_S3_It_is_reviewed_by_the_next_working_day(string submitted, string reviewed) => IssuedOn("2025-08-31", seals: 1)
        .When(OperationCommands.UpgradeSeals(NoonOf(submitted)))
        .ThenState(state => Assert.Equal(new PromisedDate(Date(reviewed), []), state.Open!.Under.ReviewedBy));

    [Fact, Trait("rule", "S3")]
    public void S3_Without_a_legacy_seal_there_is_nothing_to_upgrade()
    {
        Issued.When(OperationCommands.UpgradeSeals(InTime)).ThenRefused("S3", "NoSealToUpgrade");
        IssuedOn("2026-01-05", seals: 1).When(OperationCommands.UpgradeSeals(InTime)).ThenRefused("S3", "SealsAlreadyUpgraded");
        Sealed.Fulfilled(OperationCommands.UpgradeSeals(InTime)).When(OperationCommands.UpgradeSeals(InTime)).ThenRefused("S3", "SealsAlreadyUpgraded");
    }

    [Fact, Trait("rule", "S3")]
    public void S3_The_first_obstacle_is_the_one_named()
    {
        Issued.When(OperationCommands.UpgradeSeals(Now)).ThenRefused("S3", "SealUpgradeNeedsRenewal");
        Issued.Under(OperationPolicies.Bare).When(OperationCommands.UpgradeSeals(InTime)).ThenRefused("S3", "NoSealToUpgrade");
    }

    [Fact, Trait("rule", "A5"), Trait("rule", "S3")]
    public void A5_S3_Before_its_platform_writes_the_national_standard_nothing_is_upgraded() => Sealed
        .When(OperationCommands.UpgradeSeals(At("2025-12-31T10:00"))).ThenRefused("A5", "OperationNotOffered", ("operation", "@Operation.SealUpgrade"));

    [Fact, Trait("rule", "S4")]
    public void S4_The_stamped_form_shows_the_seal_anew_and_the_reviewer_judges_it()
    {
        var applied = Sealed.After(OperationCommands.UpgradeSeals(InTime));

        Assert.Equal(1, applied.State.Open!.Request.SealPictures);
        applied.When(OperationCommands.Approve(2, InTime)).ThenRefused("S4", "SealPictureNotJudged");
    }

    [Fact, Trait("rule", "D4"), Trait("rule", "S2"), Trait("rule", "S3")]
    public void D4_S2_S3_Every_legacy_seal_is_remade_free_in_the_national_standard_until_the_certificates_end() => Sealed
        .Ready(OperationCommands.UpgradeSeals(InTime))
        .When(OperationCommands.Fulfil(2, InTime))
        .Then(Upgraded(2, 3, 1, 1, NotAfter, InTime), Upgraded(2, 4, 2, 1, NotAfter, InTime), new SealsFulfilled(2, InTime))
        .When(OperationCommands.Unlock(InTime))
        .ThenState(state => Assert.Equal(
            [SealStatus.Replaced, SealStatus.Replaced, SealStatus.Standing, SealStatus.Standing], ((IssuedCertificate)state).Seals.Select(s => s.Status)));

    [Fact, Trait("rule", "S2"), Trait("rule", "S3")]
    public void S2_S3_A_seal_of_the_national_standard_stays_and_an_ended_legacy_one_gets_the_certificates_end()
    {
        var at = At("2026-03-12T10:00");
        var mixed = SealedRenewed.Fulfilled(OperationCommands.ApplyForSeals(Now, proven: Serial2)).Ready(OperationCommands.UpgradeSeals(at, Serial2));

        mixed.When(OperationCommands.Fulfil(4, at)).Then(
            Upgraded(4, 6, 3, 2, RenewedNotAfter, at) with { Picture = OperationCommands.Picture(1) },
            Upgraded(4, 7, 4, 2, RenewedNotAfter, at) with { Picture = OperationCommands.Picture(2) }, new SealsFulfilled(4, at));
    }

    [Fact, Trait("rule", "D4")]
    public void D4_Where_it_has_a_price_it_is_invoiced() => IssuedOn("2025-03-10", OperationPolicies.Dear, 1)
        .Ready(OperationCommands.UpgradeSeals(InTime))
        .When(OperationCommands.Fulfil(2, InTime))
        .Then(
            Upgraded(2, 2, 1, 1, NotAfter, InTime), new SealsFulfilled(2, InTime),
            new InvoicePromised(2, Yuan(5), new PromisedDate(Date("2026-01-13"), []), InTime));

    [Fact, Trait("rule", "S3"), Trait("rule", "S8")]
    public void S3_S8_Approved_later_it_is_upgraded_as_long_as_the_certificate_is_valid()
    {
        var ready = Sealed.Ready(OperationCommands.UpgradeSeals(InTime));

        ready.When(OperationCommands.Fulfil(2, LastDay)).ThenState(state => Assert.Null(state.Open));
        ready.When(OperationCommands.Fulfil(2, AfterExpiry)).ThenRefused("S8", "SealNeedsValidCertificate", ("notAfter", "2026-03-10"));
    }

    private static SealMade Upgraded(int application, int seal, int replaces, int generation, NodaTime.LocalDate notAfter, NodaTime.Instant at) => new(
        application, seal, replaces, SealCause.Upgrade, SealFormat.GbT38540V2020, OperationCommands.Picture(replaces), generation, notAfter, at);
}
