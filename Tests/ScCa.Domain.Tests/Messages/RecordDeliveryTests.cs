using ScCa.Domain.Messages;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Messages;

public sealed class RecordDeliveryTests
{
    [Fact, Trait("rule", "A4")]
    public void A4_The_gateway_took_it_at_once_or_after_failures()
    {
        Lives.Waiting.When(Commands.Deliver()).Then(new MessageSent(TheMessage, "gateway-1", PaidAt));
        Lives.FailedFourTimes.When(Commands.Deliver()).Then(new MessageSent(TheMessage, "gateway-1", PaidAt));
        Assert.Equal(new SentMessage("gateway-1"), Lives.Sent.State);
    }

    [Fact, Trait("rule", "A4")]
    public void A4_What_is_settled_stays_settled()
    {
        Lives.Sent.When(Commands.Deliver()).ThenRefused("A4", "MessageAlreadySettled", ("message", "m-1"));
        Lives.GivenUp.When(Commands.Deliver()).ThenRefused("A4", "MessageAlreadySettled", ("message", "m-1"));
    }

    [Fact, Trait("rule", "A4")]
    public void A4_What_was_not_asked_for_was_not_delivered() => Lives.NoMessage
        .When(Commands.Deliver())
        .ThenRefused("A4", "MessageUnknown", ("message", "m-1"));
}
