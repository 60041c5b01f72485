using ScCa.Domain.Messages;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Messages;

public sealed class RequestMessageTests
{
    [Fact, Trait("rule", "A4")]
    public void A4_A_message_is_asked_for_with_the_phone_still_sealed()
    {
        var command = Commands.RequestMessage();

        Lives.NoMessage.When(command).Then(
            new MessageRequested(TheMessage, TheHandler.Subject, TheHandler.Phone, "RenewalGranted", command.Facts, PaidAt));
    }

    [Fact, Trait("rule", "A4")]
    public void A4_Asked_for_twice_it_is_one_message()
    {
        Lives.Waiting.When(Commands.RequestMessage()).ThenRefused("A4", "MessageAlreadyRequested", ("message", "m-1"));
        Lives.Sent.When(Commands.RequestMessage()).ThenRefused("A4", "MessageAlreadyRequested", ("message", "m-1"));
        Lives.GivenUp.When(Commands.RequestMessage()).ThenRefused("A4", "MessageAlreadyRequested", ("message", "m-1"));
    }
}
