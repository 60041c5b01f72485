using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

/// <summary>From a reissue that is ready to the generation on the new key.</summary>
public sealed class ReissueIssuanceTests
{
    private static readonly InvoicePromised Invoice = new(2, Yuan(50), new PromisedDate(Date("2026-01-14"), []), Now);

    [Fact, Trait("rule", "C1"), Trait("rule", "C7")]
    public void C1_C7_A_ready_reissue_is_committed_to_until_the_same_notAfter()
    {
        var validity = Validity.Until(Now, NotAfter);

        Assert.Equal((new IssuancePlan(2, 2, TheHolder, OperationPolicies.Full, validity), null), IssuancePlan.For(ReissueReady.State, Now));
        ReissueReady.When(OperationCommands.Intend(Serial2, validity, Now))
            .Then(new IssuanceIntended(2, 2, Serial2, TbsDigest, SigningKey, validity, Now));
        ReissueReady.When(OperationCommands.Intend(Serial2, Validity.Until(Now, RenewedNotAfter), Now)).ThenRefused("C1", "IssuancePlanOutdated");
        ReissueReady.When(OperationCommands.Intend(Serial1, validity, Now)).ThenRefused("C1", "SerialAlreadyUsed");
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "C1")]
    public void A3_C1_Nothing_is_signed_for_a_reissue_that_is_not_reviewed_and_paid()
    {
        var applied = Issued.After(OperationCommands.Reissue(Now));
        var approved = applied.After(OperationCommands.Approve(2, Now));

        Assert.Equal("NothingToIssue", IssuancePlan.For(applied.State, Now).Refusal!.Code);
        Assert.Equal("NothingToIssue", IssuancePlan.For(approved.State, Now).Refusal!.Code);
        Assert.NotNull(IssuancePlan.For(approved.Paid(Now).State, Now).Plan);
    }

    [Fact, Trait("rule", "C7")]
    public void C7_A_reissue_that_was_left_until_after_expiry_is_refused_with_what_helps_instead()
    {
        Assert.NotNull(IssuancePlan.For(ReissueReady.State, LastDay).Plan);
        ReissueReady.When(OperationCommands.Intend(Serial2, Validity.Until(AfterExpiry, NotAfter), AfterExpiry))
            .ThenRefused("C7", "ReissueNeedsValidCertificate", ("notAfter", "2026-03-10"));
    }

    [Fact, Trait("rule", "C7"), Trait("rule", "D4")]
    public void C7_D4_The_old_generation_is_revoked_before_there_is_a_new_one_to_hand_over() => ReissueIntended
        .When(OperationCommands.Record(Serial2, Now))
        .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.KeyCompromise, Now), Issues(2, 2, Serial2), Invoice)
        .When(OperationCommands.Renew(Now, proven: Serial2))
        .ThenState(state =>
        {
            var reissued = (IssuedCertificate)state;
            Assert.Equal((2, 3, NotAfter), (reissued.CurrentGeneration, reissued.Open!.Number, reissued.NotAfter));
            Assert.Equal([new Revocation(Now, RevocationReason.KeyCompromise), null], reissued.Generations.Select(g => g.Revocation));
            Assert.Null(reissued.Intent);
        });

    [Fact, Trait("rule", "C7")]
    public void C7_A_damaged_key_is_superseded() => Issued
        .Ready(OperationCommands.Reissue(Now, KeyLoss.Damaged)).Intended(Serial2, Now)
        .When(OperationCommands.Record(Serial2, Now))
        .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.Superseded, Now), Issues(2, 2, Serial2), Invoice);

    [Fact, Trait("rule", "D4"), Trait("rule", "P8")]
    public void D4_Where_no_price_is_published_a_reissue_is_not_invoiced() => IssuedOn("2025-03-10", OperationPolicies.Unpublished)
        .Ready(OperationCommands.Reissue(Now)).Intended(Serial2, Now)
        .When(OperationCommands.Record(Serial2, Now))
        .Then(new GenerationRevoked(2, 1, Serial1, RevocationReason.KeyCompromise, Now), Issues(2, 2, Serial2));

    [Fact, Trait("rule", "A2"), Trait("rule", "C7")]
    public void A2_C7_A_reissue_ends_with_its_issue() => ReissueReady.Signed(Serial2, Now)
        .When(OperationCommands.Unlock(Now, Serial2))
        .ThenState(state => Assert.Equal(3, state.Open!.Number));

    [Fact, Trait("rule", "C1"), Trait("rule", "C7")]
    public void C1_C7_An_intent_without_a_result_is_burned_and_a_new_one_follows() => ReissueIntended
        .When(OperationCommands.Abandon(Serial2, Now)).Then(new IssuanceAbandoned(2, Serial2, Now))
        .When(OperationCommands.Record(Serial2, Now)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value))
        .Signed(Serial3, Now)
        .When(OperationCommands.RenewSeals(Now, Serial3)).ThenRefused("S5", "NoSealToRenew");

    [Fact, Trait("rule", "A3"), Trait("rule", "C1")]
    public void A3_C1_What_is_being_signed_is_not_withdrawn_any_more() => ReissueIntended
        .When(OperationCommands.Withdraw(2, Now)).ThenRefused("A3", "ApplicationIsBeingFulfilled", ("application", "2"));

    [Fact, Trait("rule", "C5"), Trait("rule", "C7")]
    public void C5_C7_A_granted_generation_that_may_lie_on_the_lost_key_is_revoked_with_it_and_the_grant_is_pulled_anew()
    {
        var reissued = RenewalSigned.Ready(OperationCommands.Reissue(Now)).Intended(Serial3, Now);

        reissued.When(OperationCommands.Record(Serial3, Now))
            .Then(
                new GenerationRevoked(3, 1, Serial1, RevocationReason.KeyCompromise, Now),
                new GenerationRevoked(3, 2, Serial2, RevocationReason.KeyCompromise, Now), Issues(3, 3, Serial3), Invoice with { Application = 3 })
            .When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenRefused("C5", "NothingToWrite")
            .Intended(Serial(4), Now)
            .When(OperationCommands.Record(Serial(4), Now))
            .Then(new GenerationIssued(2, 4, Serial(4), Validity.Until(Now, RenewedNotAfter), Signed, Now))
            .When(OperationCommands.CompleteUpdate(Serial(4), Now))
            .Then(new UpdateCompleted(2, 4, Now), Invoice with { Amount = Yuan(200) });
    }

    [Fact, Trait("rule", "C6"), Trait("rule", "C7")]
    public void C6_C7_A_reissue_before_a_granted_change_is_written_still_names_the_former_holder()
    {
        var ready = ChangeSigned.Ready(OperationCommands.Reissue(Now));

        Assert.Equal(TheHolder, IssuancePlan.For(ready.State, Now).Plan!.Holder);
        var reissued = ready.Signed(Serial3, Now);
        Assert.Equal(OperationCommands.Renamed, IssuancePlan.For(reissued.State, Now).Plan!.Holder);
        reissued.Signed(Serial(4), Now)
            .When(OperationCommands.CompleteUpdate(Serial(4), Now))
            .Then(new GenerationRevoked(2, 3, Serial3, RevocationReason.Superseded, Now), new UpdateCompleted(2, 4, Now));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C5"), Trait("rule", "C7")]
    public void C1_C5_C7_While_a_reissue_is_being_signed_the_granted_generation_does_not_take_its_place()
    {
        var signing = RenewalSigned.Ready(OperationCommands.Reissue(Now)).Intended(Serial3, Now);

        signing.When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenRefused("C1", "SignatureAlreadyIntended", ("serial", Serial3.Value));
        signing.After(OperationCommands.Abandon(Serial3, Now))
            .When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenState(state => Assert.Equal(2, ((IssuedCertificate)state).CurrentGeneration));
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C5")]
    public void C1_C5_One_signature_at_a_time_whether_for_a_grant_or_for_a_reissue()
    {
        var ready = RenewalIntended.Ready(OperationCommands.Reissue(Now));

        Assert.Equal("SignatureAlreadyIntended", IssuancePlan.For(ready.State, Now).Refusal!.Code);
        ready.When(OperationCommands.Record(Serial2, Now))
            .Then(new GenerationIssued(2, 2, Serial2, Validity.Until(Now, RenewedNotAfter), Signed, Now))
            .When(OperationCommands.Record(Serial3, Now)).ThenRefused("C1", "SignatureNotIntended");
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C7")]
    public void C1_C7_A_reissue_that_is_ready_goes_before_a_grant_and_one_that_is_not_leaves_it_alone()
    {
        Assert.Equal(3, IssuancePlan.For(RenewalGranted.Ready(OperationCommands.Reissue(Now)).State, Now).Plan!.Application);
        Assert.Equal(2, IssuancePlan.For(RenewalGranted.After(OperationCommands.Reissue(Now)).State, Now).Plan!.Application);
    }

    [Fact, Trait("rule", "C1"), Trait("rule", "C5")]
    public void C1_C5_A_signature_left_under_way_for_an_outdated_grant_is_burned_before_a_new_one_is_granted()
    {
        var renewed = ChangeGranted.Intended(Serial2, LastDay).Ready(OperationCommands.Renew(AfterExpiry));
        var granted = new UpdateGranted(3, Operation.Renew, TheHolder, Date("2027-03-11"), Yuan(200), false, AfterExpiry);

        renewed.When(OperationCommands.Fulfil(3, AfterExpiry))
            .Then(new IssuanceAbandoned(2, Serial2, AfterExpiry), new GrantEnded(2, [], AfterExpiry), granted)
            .When(OperationCommands.Record(Serial2, AfterExpiry)).ThenRefused("C1", "SignatureNotIntended", ("serial", Serial2.Value))
            .Signed(Serial3, AfterExpiry)
            .When(OperationCommands.CompleteUpdate(Serial3, AfterExpiry)).ThenState(state => Assert.Equal(Date("2027-03-11"), ((IssuedCertificate)state).NotAfter));
    }

    private static GenerationIssued Issues(int application, int generation, SerialNumber serial) =>
        new(application, generation, serial, Validity.Until(Now, NotAfter), Signed, Now);
}
