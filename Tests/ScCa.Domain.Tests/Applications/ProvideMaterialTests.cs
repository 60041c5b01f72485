using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ProvideMaterialTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_The_applicant_uploads_and_staff_takes_in_what_came_by_post()
    {
        StepLives.PapersApproved.When(StepCommands.Provide()).Then(new MaterialProvided(1, StepPolicies.Form, DigestOf("paper"), null, PaidAt));
        StepLives.PapersApproved.When(StepCommands.TakeIn()).Then(new MaterialProvided(1, StepPolicies.Form, DigestOf("paper"), Clerk, PaidAt));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Papers_may_be_given_before_the_review() => StepLives.PapersUnderReview
        .When(StepCommands.Provide(at: ReviewedAt))
        .ThenState(state => Assert.Equal([StepPolicies.Licence], state.Open!.MaterialsToGive));

    [Fact, Trait("rule", "A3")]
    public void A3_Given_again_the_later_paper_takes_the_place_of_the_earlier() => StepLives.PapersGiven
        .After(StepCommands.Provide(content: "better"))
        .When(StepCommands.CompleteMaterials())
        .ThenState(state => Assert.Equal(
            [(StepPolicies.Licence, DigestOf("paper")), (StepPolicies.Form, DigestOf("better"))], state.Open!.Materials.Select(m => (m.Id, m.Digest))));

    [Fact, Trait("rule", "A3")]
    public void A3_A_paper_that_was_sent_back_is_given_anew()
    {
        Assert.Equal("AwaitingMaterials: application-form", Waiting(StepLives.FormReturned.State.Open!));
        Assert.Equal("MaterialsUnderReview: ", Waiting(StepLives.FormReturned.After(StepCommands.Provide(content: "better")).State.Open!));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_The_first_paper_missing_keeps_the_application_waiting_for_papers_and_the_last_brings_it_to_the_reviewer()
    {
        Assert.Equal("AwaitingMaterials: application-form, licence-copy", Waiting(StepLives.PapersApproved.State.Open!));
        Assert.Equal("AwaitingMaterials: licence-copy", Waiting(StepLives.FormGiven.State.Open!));
        Assert.Equal("MaterialsUnderReview: ", Waiting(StepLives.PapersGiven.State.Open!));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_paper_that_nobody_asked_for_is_refused()
    {
        StepLives.PapersApproved.When(StepCommands.Provide(new MaterialId("photograph"))).ThenRefused("A3", "MaterialNotNeeded", ("material", "photograph"));
        StepLives.InPersonApproved.When(StepCommands.TakeIn()).ThenRefused("A3", "MaterialNotNeeded", ("material", "application-form"));
        StepLives.PapersComplete.When(StepCommands.Provide(new MaterialId("photograph"))).ThenRefused("A3", "MaterialNotNeeded");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Once_they_are_complete_papers_stay_as_they_are()
    {
        StepLives.PapersComplete.When(StepCommands.Provide()).ThenRefused("A3", "MaterialsAlreadyComplete", ("application", "1"));
        StepLives.PapersComplete.When(StepCommands.TakeIn()).ThenRefused("A3", "MaterialsAlreadyComplete", ("application", "1"));
    }

    [Fact, Trait("rule", "A1")]
    public void A1_Another_phone_gives_nothing_and_nobody_gives_nothing()
    {
        StepLives.PapersApproved.When(StepCommands.Provide(phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        StepLives.PapersApproved.When(StepCommands.TakeIn() with { ReceivedBy = null }).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        StepLives.PapersApproved.When(StepCommands.Provide(new MaterialId("photograph"), phone: OtherPhone)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_given_for_what_is_not_open()
    {
        StepLives.PapersApproved.When(StepCommands.Provide(application: 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        StepLives.PapersApproved.When(StepCommands.TakeIn(application: 2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Rejected.When(StepCommands.Provide()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Rejected.When(StepCommands.TakeIn()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(StepCommands.Provide()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.TakeIn()).ThenRefused("A3", "CertificateUnknown");
    }

    private static string Waiting(OpenApplication open) => $"{open.Step}: {string.Join(", ", open.MaterialsToGive)}";
}
