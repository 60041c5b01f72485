using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ReturnMaterialTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_One_paper_is_sent_back_and_the_others_stand() => StepLives.PapersGiven
        .When(StepCommands.ReturnMaterial())
        .Then(new MaterialReturned(1, StepPolicies.Form, "seal illegible", Reviewer, PaidAt))
        .When(StepCommands.ReturnMaterial(StepPolicies.Licence))
        .ThenState(state => Assert.Equal(["seal illegible", "seal illegible"], state.Open!.Materials.Select(m => m.ReturnedFor)));

    [Fact, Trait("rule", "A3")]
    public void A3_What_was_not_given_or_was_sent_back_already_is_not_sent_back()
    {
        StepLives.FormGiven.When(StepCommands.ReturnMaterial(StepPolicies.Licence)).ThenRefused("A3", "MaterialNotProvided", ("material", "licence-copy"));
        StepLives.FormGiven.When(StepCommands.ReturnMaterial(new MaterialId("photograph"))).ThenRefused("A3", "MaterialNotProvided", ("material", "photograph"));
        StepLives.FormReturned.When(StepCommands.ReturnMaterial()).ThenRefused("A3", "MaterialNotProvided", ("material", "application-form"));
        StepLives.FormReturned.When(StepCommands.ReturnMaterial(reason: "")).ThenRefused("A3", "MaterialNotProvided");
    }

    [Theory, Trait("rule", "A3")]
    [InlineData("")]
    [InlineData(" \u3000")]
    public void A3_The_applicant_is_owed_a_reason(string reason) => StepLives.PapersGiven
        .When(StepCommands.ReturnMaterial(reason: reason))
        .ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "A3")]
    public void A3_Complete_papers_are_not_sent_back() => StepLives.PapersComplete
        .When(StepCommands.ReturnMaterial())
        .ThenRefused("A3", "MaterialsAlreadyComplete", ("application", "1"));

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_sent_back_of_what_is_not_open()
    {
        StepLives.PapersGiven.When(StepCommands.ReturnMaterial(application: 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        StepLives.PapersComplete.When(StepCommands.ReturnMaterial(application: 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Issued.When(StepCommands.ReturnMaterial()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(StepCommands.ReturnMaterial()).ThenRefused("A3", "CertificateUnknown");
    }
}
