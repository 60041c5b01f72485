using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

public sealed class CompleteUnlockTests
{
    [Fact, Trait("rule", "C11"), Trait("rule", "P6")]
    public void C11_P6_A_granted_reset_is_recorded_once_and_covered_by_the_annual_fee() => AwaitingUnlock
        .When(OperationCommands.CompleteUnlock(Now)).Then(new CertificateUnlocked(2, Now))
        .When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C11", "NothingToUnlock");

    [Fact, Trait("rule", "D4")]
    public void D4_A_reset_that_was_paid_for_is_invoiced_once_it_is_done() => Dear
        .Fulfilled(OperationCommands.Unlock(Now))
        .When(OperationCommands.CompleteUnlock(Now))
        .Then(new CertificateUnlocked(2, Now), new InvoicePromised(2, Yuan(20), new PromisedDate(Date("2026-01-14"), []), Now));

    [Fact, Trait("rule", "C11")]
    public void C11_Only_the_key_that_carries_the_present_generation_is_reset()
    {
        AwaitingUnlock.When(OperationCommands.CompleteUnlock(Now, Serial2)).ThenRefused("C11", "AnotherKeyIsInserted", ("serial", Serial2.Value));
        AwaitingUnlock.Ready(OperationCommands.Reissue(Now)).Signed(Serial2, Now)
            .When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C11", "AnotherKeyIsInserted", ("serial", Serial1.Value))
            .When(OperationCommands.CompleteUnlock(Now, Serial2)).Then(new CertificateUnlocked(2, Now));
    }

    [Fact, Trait("rule", "C11")]
    public void C11_After_expiry_it_is_reset_all_the_same() => AwaitingUnlock
        .When(OperationCommands.CompleteUnlock(AfterExpiry)).Then(new CertificateUnlocked(2, AfterExpiry));

    [Fact, Trait("rule", "C11")]
    public void C11_Nothing_is_reset_that_was_not_granted()
    {
        Nothing.When(OperationCommands.CompleteUnlock(Now)).ThenRefused("A3", "CertificateUnknown");
        Requested.When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C11", "NothingToUnlock");
        Issued.When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C11", "NothingToUnlock");
        Issued.When(OperationCommands.CompleteUnlock(Now, Serial2)).ThenRefused("C11", "NothingToUnlock");
        Issued.Ready(OperationCommands.Unlock(Now)).When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C11", "NothingToUnlock");
        Revoked.When(OperationCommands.CompleteUnlock(Now)).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
    }
}
