using ScCa.Domain.Applications;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

public sealed class ResubmitApplicationTests
{
    [Fact, Trait("rule", "A3")]
    public void A3_A_returned_application_is_handed_in_again() => Lives.Returned
        .When(Commands.Resubmit())
        .Then(new ApplicationResubmitted(1, ReviewedAt))
        .When(Commands.Return())
        .ThenState(state => Assert.Equal(ApplicationStep.Returned, state.Open!.Step));

    [Fact, Trait("rule", "A1")]
    public void A1_Another_phone_is_told_to_switch() => Lives.Returned
        .When(Commands.Resubmit(phone: OtherPhone))
        .ThenRefused("A1", "ApplicationUnderAnotherPhone");

    [Fact, Trait("rule", "A1")]
    public void A1_Under_another_phone_nothing_is_said_of_where_it_stands() => Lives.UnderReview
        .When(Commands.Resubmit(phone: OtherPhone))
        .ThenRefused("A1", "ApplicationUnderAnotherPhone");

    [Fact, Trait("rule", "A3")]
    public void A3_Only_what_was_returned_is_handed_in_again()
    {
        Lives.UnderReview.When(Commands.Resubmit())
            .ThenRefused("A3", "ApplicationNotReturned", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));
        Lives.AwaitingPayment.When(Commands.Resubmit())
            .ThenRefused("A3", "ApplicationNotReturned", ("application", "1"), ("step", "@ApplicationStep.AwaitingPayment"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_An_application_that_is_not_the_open_one_is_not_handed_in_again()
    {
        Lives.Returned.When(Commands.Resubmit(2, OtherPhone)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Rejected.When(Commands.Resubmit()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(Commands.Resubmit()).ThenRefused("A3", "CertificateUnknown");
    }
}
