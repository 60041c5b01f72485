using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class ReissueCertificateTests
{
    [Fact, Trait("rule", "C7"), Trait("rule", "P6")]
    public void C7_P6_A_reissue_says_what_became_of_the_key_and_costs_the_medium() => Issued
        .When(OperationCommands.Reissue(Now, KeyLoss.Damaged))
        .Then(new ReissueApplied(2, Issued.After(OperationCommands.Reissue(Now)).State.Open!.Under, KeyLoss.Damaged, Now))
        .When(OperationCommands.Approve(2, Now))
        .Then(new ApplicationApproved(2, Reviewer, null, Yuan(50), Now));

    [Fact, Trait("rule", "C7")]
    public void Example_42_C7_On_the_last_day_a_key_is_reissued_for_50_and_on_the_next_it_is_renewed()
    {
        var (lastDay, nextDay) = (At("2026-05-20T23:00"), At("2026-05-21T00:00"));
        var life = IssuedOn("2025-05-20", OperationPolicies.Coupled, 1);

        life.When(OperationCommands.Reissue(nextDay)).ThenRefused("C7", "ReissueNeedsValidCertificate", ("notAfter", "2026-05-20"));
        var ready = life.Ready(OperationCommands.Reissue(lastDay));
        Assert.Equal(Yuan(50), ready.State.Open!.Charge.Total);
        var reissued = ready.Signed(Serial2, lastDay).Held();
        Assert.Equal((2, Date("2026-05-20")), (reissued.CurrentGeneration, reissued.NotAfter));
    }

    [Fact, Trait("rule", "C7")]
    public void C7_A_lost_key_counts_as_compromised_and_a_damaged_one_as_superseded()
    {
        Assert.Equal(RevocationReason.KeyCompromise, new ReissueRequest(KeyLoss.Lost).Reason);
        Assert.Equal(RevocationReason.Superseded, new ReissueRequest(KeyLoss.Damaged).Reason);
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C5"), Trait("rule", "C7")]
    public void A2_C5_C7_A_key_lost_before_a_granted_generation_was_written_to_it_is_reissued_all_the_same()
    {
        RenewalGranted.When(OperationCommands.Reissue(Now)).ThenState(state => Assert.Equal(Operation.Reissue, state.Open!.Operation));
        ChangeSigned.When(OperationCommands.Reissue(Now)).ThenState(state => Assert.Equal(Operation.Reissue, state.Open!.Operation));
    }

    [Fact, Trait("rule", "D1")]
    public void D1_A_reissued_key_that_is_mailed_is_promised_from_its_payment_and_posted_once_it_is_made()
    {
        var due = new PromisedDate(Date("2026-01-14"), []);
        var ready = Issued.Ready(OperationCommands.Reissue(Now, channel: Channel.Mail));

        Assert.Equal(new PromisedParcel(2, due, Date("2026-01-12"), null), ready.Held().Parcel);
        ready.When(OperationCommands.Post(Now)).ThenRefused("D1", "NothingToPost");
        ready.Signed(Serial2, Now).When(OperationCommands.Post(Now)).Then(new KeyPosted(2, "SF1", Clerk, Now));
    }
}
