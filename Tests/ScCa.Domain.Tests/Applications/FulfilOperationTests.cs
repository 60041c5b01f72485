using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;
using static ScCa.Domain.Tests.OperationLives;

namespace ScCa.Domain.Tests.Applications;

/// <summary>When an application can be fulfilled, whatever it asks for.</summary>
public sealed class FulfilOperationTests
{
    [Fact, Trait("rule", "A3"), Trait("rule", "C1")]
    public void A3_C1_A_new_key_is_fulfilled_by_its_issue_and_by_nothing_else()
    {
        Nothing.Ready(OperationCommands.Apply(Begun))
            .When(OperationCommands.Fulfil(1, Begun)).ThenRefused("A3", "FulfilledByItsIssue", ("operation", "@Operation.New"));
        ReissueReady.When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "FulfilledByItsIssue", ("operation", "@Operation.Reissue"));
        ReissueIntended.When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "FulfilledByItsIssue", ("operation", "@Operation.Reissue"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_fulfilled_before_it_is_reviewed_and_paid()
    {
        var applied = Dear.After(OperationCommands.Change(Now));

        applied.When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "ApplicationNotReady", ("application", "2"), ("step", "@ApplicationStep.UnderReview"));
        applied.After(OperationCommands.Approve(2, Now))
            .When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "ApplicationNotReady", ("step", "@ApplicationStep.AwaitingPayment"))
            .Paid(Now)
            .When(OperationCommands.Fulfil(2, Now)).ThenState(state => Assert.Null(state.Open));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Papers_that_are_not_complete_stand_in_the_way()
    {
        var approved = Sealed.After(OperationCommands.UpgradeSeals(FirstOfYear))
            .After(OperationCommands.Approve(2, FirstOfYear, SealPictureFinding.NumberLegible));

        approved.When(OperationCommands.Fulfil(2, FirstOfYear)).ThenRefused("A3", "ApplicationNotReady", ("step", "@ApplicationStep.AwaitingMaterials"));
        approved.After(OperationCommands.Provide(2, OperationPolicies.SealForm, FirstOfYear))
            .When(OperationCommands.Fulfil(2, FirstOfYear)).ThenRefused("A3", "ApplicationNotReady", ("step", "@ApplicationStep.MaterialsUnderReview"))
            .After(OperationCommands.CompleteMaterials(2, FirstOfYear))
            .When(OperationCommands.Fulfil(2, FirstOfYear)).ThenState(state => Assert.Null(state.Open));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_What_is_fulfilled_once_is_open_no_more()
    {
        AwaitingUnlock.When(OperationCommands.Fulfil(2, Now)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Issued.Ready(OperationCommands.Unlock(Now)).When(OperationCommands.Fulfil(1, Now)).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Nothing.When(OperationCommands.Fulfil(1, Now)).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "P7")]
    public void P7_A_renewal_of_a_coupled_certificate_charges_its_seal_by_the_year_and_grants_both() => Coupled
        .Ready(OperationCommands.Renew(Now, TwoYears))
        .When(OperationCommands.Fulfil(2, Now))
        .Then(new UpdateGranted(2, Operation.Renew, TheHolder, Date("2028-03-10"), Yuan(600), true, Now));

    private static readonly NodaTime.Instant FirstOfYear = At("2026-01-05T10:00");
}
