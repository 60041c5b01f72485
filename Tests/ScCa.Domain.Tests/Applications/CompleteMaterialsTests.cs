using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class CompleteMaterialsTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_Stamped_papers_prove_the_identity_by_the_first_of_them() => StepLives.PapersGiven
        .When(StepCommands.CompleteMaterials())
        .Then(new MaterialsCompleted(1, Reviewer, PaidAt), new IdentityVerified(1, Verification.StampedForm, DigestOf("paper").Value, PaidAt));

    [Fact, Trait("rule", "A3")]
    public void A3_Where_stamps_prove_nothing_papers_are_papers() => StepLives.VisitApproved
        .After(StepCommands.TakeIn())
        .When(StepCommands.CompleteMaterials())
        .Then(new MaterialsCompleted(1, Reviewer, PaidAt));

    [Fact, Trait("rule", "A3"), Trait("rule", "D1")]
    public void A3_D1_Where_papers_come_last_the_posting_is_promised_from_there() => StepLives.PapersPaid
        .When(StepCommands.CompleteMaterials(at: IssuedAt))
        .Then(
            new MaterialsCompleted(1, Reviewer, IssuedAt), new IdentityVerified(1, Verification.StampedForm, DigestOf("paper").Value, IssuedAt),
            Parcel("2025-03-12", IssuedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_Papers_are_complete_when_every_one_of_them_stands()
    {
        StepLives.PapersApproved.When(StepCommands.CompleteMaterials())
            .ThenRefused("A3", "MaterialsMissing", ("materials", "application-form, licence-copy"));
        StepLives.FormGiven.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "MaterialsMissing", ("materials", "licence-copy"));
        StepLives.FormReturned.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "MaterialsMissing", ("materials", "application-form"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Papers_are_not_settled_before_the_review() => StepLives.PapersUnderReview
        .After(StepCommands.Provide(), StepCommands.Provide(StepPolicies.Licence))
        .When(StepCommands.CompleteMaterials())
        .ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));

    [Fact, Trait("rule", "A3")]
    public void A3_They_are_settled_once_and_where_none_are_asked_for_from_the_start()
    {
        StepLives.PapersComplete.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "MaterialsAlreadyComplete", ("application", "1"));
        Lives.AwaitingPayment.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "MaterialsAlreadyComplete", ("application", "1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_What_is_not_open_has_no_papers()
    {
        StepLives.PapersGiven.When(StepCommands.CompleteMaterials(2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Issued.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(StepCommands.CompleteMaterials()).ThenRefused("A3", "CertificateUnknown");
    }
}
