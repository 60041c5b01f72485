using ScCa.Domain.Messages;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Messages;

public sealed class RecordFailureTests
{
    private static readonly MessageFailed Failed = new(TheMessage, "BUSY", PaidAt);

    [Fact, Trait("rule", "A4")]
    public void A4_After_the_fifth_failure_it_is_given_up() => Lives.Waiting
        .When(Commands.Fail()).Then(Failed)
        .When(Commands.Fail()).Then(Failed)
        .When(Commands.Fail()).Then(Failed)
        .When(Commands.Fail()).Then(Failed)
        .When(Commands.Fail()).Then(Failed, new MessageGivenUp(TheMessage, "BUSY", PaidAt));

    [Fact, Trait("rule", "A4")]
    public void A4_What_can_never_be_sent_is_given_up_at_once() => Lives.Waiting
        .When(Commands.Fail() with { IsForGood = true }).Then(Failed, new MessageGivenUp(TheMessage, "BUSY", PaidAt));

    [Fact, Trait("rule", "A4")]
    public void A4_What_is_settled_stays_settled()
    {
        Lives.Sent.When(Commands.Fail()).ThenRefused("A4", "MessageAlreadySettled", ("message", "m-1"));
        Lives.GivenUp.When(Commands.Fail()).ThenRefused("A4", "MessageAlreadySettled", ("message", "m-1"));
    }

    [Fact, Trait("rule", "A4")]
    public void A4_What_was_not_asked_for_did_not_fail() => Lives.NoMessage
        .When(Commands.Fail())
        .ThenRefused("A4", "MessageUnknown", ("message", "m-1"));
}
