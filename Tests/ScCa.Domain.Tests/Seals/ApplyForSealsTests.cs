using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Seals;

public sealed class ApplyForSealsTests
{
    [Fact, Trait("rule", "A6"), Trait("rule", "S8")]
    public void A6_S8_Seals_are_applied_for_with_the_key_and_a_picture_of_each() => Issued
        .When(OperationCommands.ApplyForSeals(Now, 2))
        .Then(
            new SealsAppliedFor(2, Issued.After(OperationCommands.ApplyForSeals(Now, 2)).State.Open!.Under, OperationCommands.Pictures(11, 2), Now),
            new IdentityVerified(2, Verification.KeySignature, ChallengeDigest.Value, Now));

    [Theory, Trait("rule", "P8"), Trait("rule", "S8")]
    [InlineData("2025-03-09", 1, 2)] // A day more than a year is two.
    [InlineData("2025-03-10", 1, 1)]
    [InlineData("2025-03-10", 2, 2)]
    [InlineData("2026-03-09", 3, 3)]
    [InlineData("2026-03-10", 1, 0)]
    public void P8_S8_Each_is_charged_by_full_years_to_the_certificates_end_rounded_up(string today, int seals, int sealYears) =>
        IssuedOn("2024-03-10", term: TwoYears)
            .When(OperationCommands.ApplyForSeals(Shanghai.StartOf(Date(today)), seals))
            .ThenState(state => Assert.Equal(Yuan(100 * sealYears), state.Open!.Charge.Total));

    [Fact, Trait("rule", "S8")]
    public void S8_Without_a_picture_there_is_no_seal() => Issued
        .When(OperationCommands.ApplyForSeals(Now, 0)).ThenRefused("S8", "SealPictureMissing");

    [Fact, Trait("rule", "C5"), Trait("rule", "P8")]
    public void C5_P8_While_a_grant_is_about_to_move_the_certificates_end_nothing_is_charged_to_it()
    {
        RenewalGranted.When(OperationCommands.ApplyForSeals(Now))
            .ThenRefused("C5", "UpdateAlreadyGranted", ("notAfter", "2027-03-10"), ("operation", "@Operation.Renew"));
        RenewalSigned.When(OperationCommands.ApplyForSeals(AfterExpiry)).ThenRefused("C5", "UpdateAlreadyGranted");
        RenewalSigned.When(OperationCommands.ApplyForSeals(At("2027-03-10T23:59:59"))).ThenRefused("C5", "UpdateAlreadyGranted");
        RenewalSigned.When(OperationCommands.ApplyForSeals(At("2027-03-11T00:00"))).ThenRefused("S8", "SealNeedsValidCertificate");
        ChangeGranted.When(OperationCommands.ApplyForSeals(Now)).ThenState(state => Assert.Equal(Operation.SealApply, state.Open!.Operation));
        ChangeGranted.When(OperationCommands.ApplyForSeals(AfterExpiry)).ThenRefused("S8", "SealNeedsValidCertificate");
    }

    [Fact, Trait("rule", "S8")]
    public void S8_The_first_obstacle_is_the_one_named()
    {
        RenewalGranted.When(OperationCommands.ApplyForSeals(Now, 0)).ThenRefused("C5", "UpdateAlreadyGranted");
        Issued.When(OperationCommands.ApplyForSeals(AfterExpiry, 0)).ThenRefused("S8", "SealPictureMissing");
    }

    [Fact, Trait("rule", "D4"), Trait("rule", "S2"), Trait("rule", "S8")]
    public void D4_S2_S8_The_seals_are_numbered_on_made_in_todays_format_and_end_with_the_certificate() => Sealed
        .Ready(OperationCommands.ApplyForSeals(Now, 2))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(
            new SealMade(2, 3, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(11), 1, NotAfter, Now),
            new SealMade(2, 4, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(12), 1, NotAfter, Now),
            new SealsFulfilled(2, Now), new InvoicePromised(2, Yuan(200), new PromisedDate(Date("2026-01-14"), []), Now))
        .When(OperationCommands.Unlock(Now))
        .ThenState(state => Assert.All(((IssuedCertificate)state).Seals, s => Assert.Equal(SealStatus.Standing, s.Status)));

    [Theory, Trait("rule", "S8")]
    [InlineData(2)]
    [InlineData(4)]
    public void S8_A_seal_out_of_its_turn_is_no_seal_of_this_certificate(int number) => Assert.Throws<ImpossibleEventException>(() =>
        new SealMade(2, number, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(11), 1, NotAfter, Now).Evolve(Sealed.State));

    [Fact, Trait("rule", "D4"), Trait("rule", "P8")]
    public void D4_P8_Where_no_price_is_published_nothing_is_paid_or_invoiced() => IssuedOn("2025-03-10", OperationPolicies.Unpublished)
        .Ready(OperationCommands.ApplyForSeals(Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(
            new SealMade(2, 1, null, SealCause.New, SealFormat.GbT38540V2020, OperationCommands.Picture(11), 1, NotAfter, Now), new SealsFulfilled(2, Now));

    [Fact, Trait("rule", "S8")]
    public void S8_Approved_after_expiry_no_seal_is_made() => Issued
        .Ready(OperationCommands.ApplyForSeals(LastDay))
        .When(OperationCommands.Fulfil(2, AfterExpiry)).ThenRefused("S8", "SealNeedsValidCertificate", ("notAfter", "2026-03-10"));
}
