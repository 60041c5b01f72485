using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ApproveApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_An_approval_says_what_is_to_be_paid() => Lives.UnderReview
        .When(Commands.Approve())
        .Then(new ApplicationApproved(1, Reviewer, null, Yuan(300), ReviewedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_A_resubmitted_application_is_under_review_again() => Lives.Resubmitted
        .When(Commands.Approve())
        .Then(new ApplicationApproved(1, Reviewer, null, Yuan(300), ReviewedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_An_approved_New_awaits_its_transfer() => Lives.UnderReview
        .When(Commands.Approve())
        .ThenState(state => Assert.Equal(ApplicationStep.AwaitingPayment, state.Open!.Step));

    [Fact, Trait("rule", "P2"), Trait("rule", "A3")]
    public void A3_P2_Where_nothing_is_charged_a_New_still_awaits_the_transfer_that_verifies() => Lives.Nothing
        .After(Commands.Apply(platform: TestPolicies.Unpriced))
        .When(Commands.Approve())
        .Then(new ApplicationApproved(1, Reviewer, null, Yuan(0), ReviewedAt))
        .When(Commands.Intend())
        .ThenRefused("A3", "ApplicationNotReady", ("step", "@ApplicationStep.AwaitingPayment"));

    [Fact, Trait("rule", "P2"), Trait("rule", "A3")]
    public void A3_P2_Where_nothing_is_charged_a_renewal_proven_by_key_is_ready_once_approved() => Lives.UnpricedIssued
        .After(Commands.Renew())
        .When(Commands.Approve(2))
        .ThenState(state => Assert.Equal(ApplicationStep.ReadyToFulfil, state.Open!.Step));

    [Fact, Trait("rule", "S4")]
    public void S4_A_seals_picture_is_judged_and_the_finding_recorded()
    {
        StepLives.SealUnderReview.When(Commands.Approve()).ThenRefused("S4", "SealPictureNotJudged");
        foreach (var finding in Enum.GetValues<SealPictureFinding>())
        {
            StepLives.SealUnderReview.When(Commands.Approve(sealPicture: finding))
                .Then(new ApplicationApproved(1, Reviewer, finding, Yuan(250), ReviewedAt));
        }
    }

    [Fact, Trait("rule", "S4")]
    public void S4_Where_there_is_no_picture_there_is_nothing_to_judge() => Lives.UnderReview
        .When(Commands.Approve(sealPicture: null))
        .ThenState(state => Assert.Equal((true, ReviewState.Approved, 0), (state.Open!.IsApproved, state.Open.Review, state.Open.Request.SealPictures)));

    [Fact, Trait("rule", "S4")]
    public void S4_What_brings_no_picture_has_none_to_judge() => Assert.Equal(0, Lives.RenewalUnderReview.State.Open!.Request.SealPictures);

    [Fact, Trait("rule", "S4"), Trait("rule", "A3")]
    public void A3_S4_That_it_is_not_under_review_is_said_first() => StepLives.SealApproved
        .When(Commands.Approve())
        .ThenRefused("A3", "ApplicationNotUnderReview");

    [Fact, Trait("rule", "A3")]
    public void A3_Where_no_reviewer_is_needed_nobody_approves_returns_or_rejects()
    {
        StepLives.WalkedIn.When(Commands.Approve(sealPicture: SealPictureFinding.NumberLegible)).ThenRefused("A3", "ApplicationNotUnderReview");
        StepLives.WalkedIn.When(Commands.Return()).ThenRefused("A3", "ApplicationNotUnderReview");
        StepLives.WalkedIn.When(Commands.Reject()).ThenRefused("A3", "ApplicationNotUnderReview");
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Only_what_is_under_review_is_approved()
    {
        Lives.Returned.When(Commands.Approve())
            .ThenRefused("A3", "ApplicationNotUnderReview", ("application", "1"), ("step", "@ApplicationStep.Returned"));
        Lives.AwaitingPayment.When(Commands.Approve())
            .ThenRefused("A3", "ApplicationNotUnderReview", ("application", "1"), ("step", "@ApplicationStep.AwaitingPayment"));
        Lives.ReadyToIssue.When(Commands.Approve())
            .ThenRefused("A3", "ApplicationNotUnderReview", ("application", "1"), ("step", "@ApplicationStep.ReadyToFulfil"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_is_not_reviewed()
    {
        Lives.UnderReview.When(Commands.Approve(2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.RenewalUnderReview.When(Commands.Approve()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Rejected.When(Commands.Approve()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Issued.When(Commands.Approve()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nothing_is_approved_where_nothing_was_applied_for() => Lives.Nothing
        .When(Commands.Approve())
        .ThenRefused("A3", "CertificateUnknown");
}
