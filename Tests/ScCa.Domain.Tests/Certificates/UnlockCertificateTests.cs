using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class UnlockCertificateTests
{
    [Fact, Trait("rule", "A6"), Trait("rule", "C11")]
    public void A6_C11_An_unlock_is_applied_for_with_the_key_and_granted_when_it_is_approved() => Issued
        .When(OperationCommands.Unlock(Now))
        .Then(
            new UnlockApplied(2, Issued.After(OperationCommands.Unlock(Now)).State.Open!.Under, Now),
            new IdentityVerified(2, Verification.KeySignature, ChallengeDigest.Value, Now))
        .After(OperationCommands.Approve(2, Now))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new UnlockGranted(2, Yuan(0), Now));

    [Fact, Trait("rule", "C11")]
    public void C11_After_expiry_it_is_granted_all_the_same() => Issued
        .Ready(OperationCommands.Unlock(AfterExpiry))
        .When(OperationCommands.Fulfil(2, AfterExpiry)).Then(new UnlockGranted(2, Yuan(0), AfterExpiry));

    [Fact, Trait("rule", "C11")]
    public void C11_One_reset_is_granted_at_a_time()
    {
        AwaitingUnlock.When(OperationCommands.Unlock(Now)).ThenRefused("C11", "UnlockAlreadyGranted");
        AwaitingUnlock.After(OperationCommands.CompleteUnlock(Now))
            .When(OperationCommands.Unlock(Now)).ThenState(state => Assert.Equal(3, state.Open!.Number));
    }

    [Fact, Trait("rule", "A2"), Trait("rule", "C5")]
    public void A2_C5_A_key_is_unlocked_so_that_a_granted_generation_can_be_written_to_it() => RenewalSigned
        .Fulfilled(OperationCommands.Unlock(Now))
        .After(OperationCommands.CompleteUnlock(Now))
        .When(OperationCommands.CompleteUpdate(Serial2, Now)).ThenState(state => Assert.Equal(2, ((IssuedCertificate)state).CurrentGeneration));
}
