using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class RevokeCertificateTests
{
    [Fact, Trait("rule", "C8"), Trait("rule", "D2")]
    public void C8_D2_What_was_known_of_the_role_account_stays_known() => Assert.Equal(
        PostingDay,
        ((RevokedCertificate)new CertificateRevoked(null, RevocationReason.CaCompromise, [], PostedAt).Evolve(StepLives.RoleAccountNoted.State)).RoleAccountAppliedOn);

    [Fact, Trait("rule", "C8")]
    public void C8_A_revocation_is_applied_for_without_the_key_and_says_why() => Issued
        .When(OperationCommands.Revoke(Now, RevocationWish.KeyLost))
        .Then(new RevocationApplied(2, Issued.After(OperationCommands.Revoke(Now)).State.Open!.Under, RevocationWish.KeyLost, Now));

    [Fact, Trait("rule", "A2"), Trait("rule", "C8")]
    public void A2_C8_A_second_revocation_waits_for_the_first() => RevocationUnderReview
        .When(OperationCommands.Revoke(Now)).ThenRefused("A2", "ApplicationInProgress", ("application", "2"), ("operation", "@Operation.Revoke"));

    [Fact, Trait("rule", "A3"), Trait("rule", "C8")]
    public void A3_C8_What_is_not_issued_is_withdrawn_and_not_revoked() => Requested
        .When(OperationCommands.Revoke(Now)).ThenRefused("A3", "CertificateNotIssued");

    [Theory, Trait("rule", "C8")]
    [InlineData(RevocationWish.KeyLost, RevocationReason.KeyCompromise)]
    [InlineData(RevocationWish.NoLongerUsed, RevocationReason.CessationOfOperation)]
    public void C8_The_wish_becomes_the_reason(RevocationWish wish, RevocationReason reason) => Issued
        .Ready(OperationCommands.Revoke(Now, wish))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new CertificateRevoked(2, reason, [], Now));

    [Fact, Trait("rule", "D4"), Trait("rule", "P6")]
    public void D4_P6_A_revocation_that_was_paid_for_is_invoiced() => Dear
        .Ready(OperationCommands.Revoke(Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(
            new CertificateRevoked(2, RevocationReason.CessationOfOperation, [], Now),
            new InvoicePromised(2, Yuan(10), new PromisedDate(Date("2026-01-14"), []), Now));

    [Fact, Trait("rule", "C8")]
    public void C8_Every_generation_and_every_standing_seal_is_revoked_with_it()
    {
        var life = SealedRenewed.Fulfilled(OperationCommands.ApplyForSeals(Now, proven: Serial2)).Fulfilled(OperationCommands.Revoke(LastDay));
        var revoked = Assert.IsType<RevokedCertificate>(life.State);

        Assert.Equal((LastDay, RevocationReason.CessationOfOperation), (revoked.RevokedAt, revoked.Reason));
        Assert.All(revoked.Generations, g => Assert.Equal(new Revocation(LastDay, RevocationReason.CessationOfOperation), g.Revocation));
        Assert.Equal(
            [SealStatus.Replaced, SealStatus.Replaced, SealStatus.Revoked, SealStatus.Revoked, SealStatus.Revoked], revoked.Seals.Select(s => s.Status));
        Assert.Equal(2, revoked.CurrentGeneration);
        Assert.False(revoked.IsValidAt(LastDay));
        Assert.True(revoked.IsValidAt(Now));
    }

    [Fact, Trait("rule", "C8"), Trait("rule", "C12")]
    public void C8_C12_A_generation_that_was_revoked_before_keeps_when_and_why()
    {
        var life = ReissueReady.Signed(Serial2, Now).Fulfilled(OperationCommands.Revoke(LastDay));

        Assert.Equal(
            [new Revocation(Now, RevocationReason.KeyCompromise), new Revocation(LastDay, RevocationReason.CessationOfOperation)],
            ((RevokedCertificate)life.State).Generations.Select(g => g.Revocation));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_After_expiry_it_is_revoked_all_the_same() => Issued
        .After(OperationCommands.Expire(AfterExpiry))
        .Ready(OperationCommands.Revoke(AfterExpiry))
        .When(OperationCommands.Fulfil(2, AfterExpiry))
        .Then(new CertificateRevoked(2, RevocationReason.CessationOfOperation, [], AfterExpiry));

    [Fact, Trait("rule", "C8")]
    public void C8_Applied_for_in_validity_and_approved_after_expiry_it_is_revoked_all_the_same() => Issued
        .Ready(OperationCommands.Revoke(LastDay))
        .When(OperationCommands.Fulfil(2, AfterExpiry))
        .Then(new CertificateRevoked(2, RevocationReason.CessationOfOperation, [], AfterExpiry));

    [Fact, Trait("rule", "C1"), Trait("rule", "C8")]
    public void C1_C8_A_signature_that_is_under_way_for_a_grant_is_burned_with_the_revocation()
    {
        var revoked = RenewalIntended.Fulfilled(OperationCommands.Revoke(Now));

        Assert.Equal([Serial2], ((KnownCertificate)revoked.State).BurnedSerials);
        Assert.Null(((KnownCertificate)revoked.State).Intent);
        revoked.When(OperationCommands.Record(Serial2, Now)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value));
        revoked.When(OperationCommands.Abandon(Serial2, Now)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value));
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_grant_dies_with_its_certificate()
    {
        var revoked = RenewalGranted.Fulfilled(OperationCommands.Revoke(Now));

        revoked.When(OperationCommands.Intend(Serial2, Validity.Until(Now, RenewedNotAfter), Now))
            .ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
        AwaitingUnlock.Fulfilled(OperationCommands.Revoke(Now)).When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C8", "CertificateIsRevoked");
        revoked.When(OperationCommands.Expire(AfterExpiry)).ThenRefused("C8", "CertificateIsRevoked");
        revoked.When(OperationCommands.Fulfil(3, Now)).ThenRefused("A3", "ApplicationNotOpen", ("application", "3"));
    }

    [Fact, Trait("rule", "C8"), Trait("rule", "D1")]
    public void C8_D1_A_key_that_still_waits_to_be_posted_stays_here() => Issued
        .Ready(OperationCommands.Reissue(Now, channel: Channel.Mail)).Signed(Serial2, Now)
        .Fulfilled(OperationCommands.Revoke(Now))
        .When(OperationCommands.Post(Now)).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));

    [Fact, Trait("rule", "C8"), Trait("rule", "D4")]
    public void C8_D4_Invoices_outlive_the_certificate()
    {
        var revoked = ReissueReady.Signed(Serial2, Now).Fulfilled(OperationCommands.Revoke(Now));

        Assert.Equal([1, 2], ((KnownCertificate)revoked.State).Invoices.Select(i => i.Application));
        Assert.Equal((TheHandler, 3), (((KnownCertificate)revoked.State).Handler, ((KnownCertificate)revoked.State).Applications));
    }
}
