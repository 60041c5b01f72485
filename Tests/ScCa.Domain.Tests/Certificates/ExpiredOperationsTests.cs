using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Certificates;

/// <summary>What an expired certificate still takes; its platforms offer everything at either stage, so each refusal is the rule's own.</summary>
public sealed class ExpiredOperationsTests
{
    [Fact, Trait("rule", "C8"), Trait("rule", "C11")]
    public void C8_C11_Unlock_and_revocation_are_possible_after_expiry()
    {
        Issued.When(OperationCommands.Unlock(AfterExpiry)).ThenState(state => Assert.Equal(Stage.Expired, state.Open!.Under.Stage));
        Issued.When(OperationCommands.Revoke(AfterExpiry)).ThenState(state => Assert.Equal(Stage.Expired, state.Open!.Under.Stage));
        Issued.After(OperationCommands.Expire(AfterExpiry)).When(OperationCommands.Unlock(AfterExpiry))
            .ThenState(state => Assert.Equal(Operation.Unlock, state.Open!.Operation));
    }

    [Fact, Trait("rule", "A9"), Trait("rule", "C6"), Trait("rule", "C7"), Trait("rule", "S5"), Trait("rule", "S8")]
    public void A9_C6_C7_S5_S8_What_lives_on_the_certificate_is_refused_after_expiry_each_by_its_own_rule()
    {
        var ended = ("notAfter", "2026-03-10");

        Sealed.When(OperationCommands.Change(AfterExpiry)).ThenRefused("C6", "ChangeNeedsValidCertificate", ended);
        Sealed.When(OperationCommands.Reissue(AfterExpiry)).ThenRefused("C7", "ReissueNeedsValidCertificate", ended);
        Sealed.When(OperationCommands.EnableEContract(AfterExpiry)).ThenRefused("A9", "EContractNeedsValidCertificate", ended);
        Sealed.When(OperationCommands.ApplyForSeals(AfterExpiry)).ThenRefused("S8", "SealNeedsValidCertificate", ended);
        Sealed.When(OperationCommands.UpgradeSeals(AfterExpiry)).ThenRefused("S3", "SealUpgradeNeedsRenewal", ("lastDate", "2026-01-09"), ended);
        Sealed.When(OperationCommands.RenewSeals(AfterExpiry)).ThenRefused("S5", "SealRenewalNeedsValidCertificate", ended);
    }

    [Fact, Trait("rule", "C2"), Trait("rule", "C3")]
    public void Example_3_C2_C3_The_whole_last_day_is_in_validity_for_every_operation()
    {
        Issued.When(OperationCommands.Change(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.Reissue(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.EnableEContract(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.ApplyForSeals(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.Unlock(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.Revoke(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.Renew(LastDay)).ThenState(InValidity);
        Issued.When(OperationCommands.Renew(AfterExpiry)).ThenState(state => Assert.Equal(Stage.Expired, state.Open!.Under.Stage));

        static void InValidity(Domain.Certificates.Certificate state) => Assert.Equal(Stage.InValidity, state.Open!.Under.Stage);
    }
}
