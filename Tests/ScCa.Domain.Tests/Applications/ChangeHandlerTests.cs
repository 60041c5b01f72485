using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ChangeHandlerTests
{
    [Fact, Trait("rule", "A1")]
    public void A1_With_the_present_key_or_before_a_clerk_the_handler_changes()
    {
        Lives.Posted.When(StepCommands.ChangeHandler()).Then(new HandlerChanged(OtherHandler, null, null, PostedAt));
        Lives.Posted.When(StepCommands.ChangeHandlerAtTheDesk()).Then(new HandlerChanged(OtherHandler, null, Clerk, PostedAt));
        Lives.UnderReview.When(StepCommands.ChangeHandlerAtTheDesk()).Then(new HandlerChanged(OtherHandler, 1, Clerk, PostedAt));
    }

    [Fact, Trait("rule", "A1")]
    public void A1_The_open_application_goes_with_him()
    {
        StepLives.HandlerChanged.When(Commands.Withdraw(2)).ThenRefused("A1", "ApplicationUnderAnotherPhone");
        StepLives.HandlerChanged.When(Commands.Withdraw(2, OtherPhone)).Then(new ApplicationWithdrawn(2, [], ReviewedAt));
        Assert.Equal((OtherHandler, OtherHandler), Handlers(StepLives.HandlerChanged.State));
        Assert.Null(Lives.Posted.After(StepCommands.ChangeHandler()).State.Open);
    }

    [Fact, Trait("rule", "A1"), Trait("rule", "A3")]
    public void A1_A3_It_does_not_bring_an_application_forward() => Assert.Equal(
        Lives.RenewalUnderReview.State.Open!.LastMovedAt, Lives.RenewalUnderReview.After(StepCommands.ChangeHandler(at: RenewalPaidAt)).State.Open!.LastMovedAt);

    [Fact, Trait("rule", "A1"), Trait("rule", "A6")]
    public void A1_A6_Without_the_present_key_it_takes_a_clerk()
    {
        Lives.Posted.When(StepCommands.ChangeHandler() with { Proof = null }).ThenRefused("A1", "HandlerChangeNotProven");
        Lives.Posted.When(StepCommands.ChangeHandler(proof: ProofOf(Serial2))).ThenRefused("A1", "HandlerChangeNotProven");
        Lives.Renewed.When(StepCommands.ChangeHandler()).ThenRefused("A1", "HandlerChangeNotProven");
        Lives.UnderReview.When(StepCommands.ChangeHandler()).ThenRefused("A1", "HandlerChangeNotProven");
        Lives.UnderReview.When(StepCommands.ChangeHandler(TheHandler) with { Proof = null }).ThenRefused("A1", "HandlerChangeNotProven");
    }

    [Fact, Trait("rule", "A1")]
    public void A1_The_phone_that_handles_it_already_changes_nothing()
    {
        Lives.Posted.When(StepCommands.ChangeHandler(TheHandler)).ThenRefused("A1", "HandlerIsTheSame");
        Lives.Posted.When(StepCommands.ChangeHandlerAtTheDesk(TheHandler)).ThenRefused("A1", "HandlerIsTheSame");
        StepLives.HandlerChanged.When(StepCommands.ChangeHandler()).ThenRefused("A1", "HandlerIsTheSame");
    }

    [Fact, Trait("rule", "A1")]
    public void A1_Another_person_may_take_over_the_same_phone() => Lives.Posted
        .When(StepCommands.ChangeHandlerAtTheDesk(TheHandler) with { IsSameName = false })
        .Then(new HandlerChanged(TheHandler, null, Clerk, PostedAt));

    [Fact, Trait("rule", "U2")]
    public void U2_What_he_handles_goes_with_a_handler_whom_his_unit_has_moved_to_another_phone()
    {
        Lives.Posted.When(StepCommands.FollowHandler()).Then(new HandlerChanged(OtherHandler, null, null, PostedAt));
        Lives.UnderReview.When(StepCommands.FollowHandler()).Then(new HandlerChanged(OtherHandler, 1, null, PostedAt));
        Lives.Posted.After(StepCommands.FollowHandler()).When(StepCommands.FollowHandler()).ThenRefused("A1", "HandlerIsAnother");
        StepLives.HandlerChanged.When(StepCommands.FollowHandler()).ThenRefused("A1", "HandlerIsAnother");
        OperationLives.Revoked.When(StepCommands.FollowHandler()).ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));
        Lives.Nothing.When(StepCommands.FollowHandler()).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "C8")]
    public void C8_A_revoked_certificate_keeps_its_handler() => OperationLives.Revoked
        .When(StepCommands.ChangeHandlerAtTheDesk(TheHandler))
        .ThenRefused("C8", "CertificateIsRevoked", ("revokedOn", "2026-01-12"));

    [Fact, Trait("rule", "A3")]
    public void A3_Nobody_handles_what_was_never_applied_for() => Lives.Nothing
        .When(StepCommands.ChangeHandlerAtTheDesk())
        .ThenRefused("A3", "CertificateUnknown");

    private static (Domain.People.Handler Certificate, Domain.People.Handler Application) Handlers(Certificate state) =>
        (((KnownCertificate)state).Handler, state.Open!.Handler);
}
