using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ReturnApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_A_returned_application_stays_open_with_the_reason_on_it() => Lives.UnderReview
        .When(Commands.Return(reason: "seal missing"))
        .Then(new ApplicationReturned(1, Reviewer, "seal missing", ReviewedAt))
        .When(Commands.Resubmit())
        .Then(new ApplicationResubmitted(1, ReviewedAt));

    [Theory, Trait("rule", "A3")]
    [InlineData("")]
    [InlineData(" \t\u3000")]
    public void A3_A_reason_is_owed(string reason) => Lives.UnderReview
        .When(Commands.Return(reason: reason))
        .ThenRefused("A3", "ReasonMissing");

    [Fact, Trait("rule", "A3")]
    public void A3_Only_what_is_under_review_is_returned()
    {
        Lives.Returned.When(Commands.Return())
            .ThenRefused("A3", "ApplicationNotUnderReview", ("application", "1"), ("step", "@ApplicationStep.Returned"));
        Lives.PartlyPaid.When(Commands.Return())
            .ThenRefused("A3", "ApplicationNotUnderReview", ("application", "1"), ("step", "@ApplicationStep.AwaitingPayment"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Where_the_application_stands_is_said_before_a_missing_reason()
    {
        Lives.Returned.When(Commands.Return(reason: "")).ThenRefused("A3", "ApplicationNotUnderReview");
        Lives.Rejected.When(Commands.Return(reason: "")).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.UnderReview.When(Commands.Return(2, "")).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Nothing.When(Commands.Return(reason: "")).ThenRefused("A3", "CertificateUnknown");
    }
}
