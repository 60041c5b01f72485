using ScCa.Domain.Messages;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every message, and next to it something wrong that is found.</summary>
public sealed class MessageProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "A4")]
    public void A4_A_message_is_tried_at_most_five_times_and_settled_once()
    {
        var coverage = Walk().Check(IsSettledOnce);
        output.WriteLine(coverage.ToString());

        coverage.Requires(
            nameof(MessageRequested), nameof(MessageSent), nameof(MessageFailed), nameof(MessageGivenUp), "A4 MessageUnknown",
            "A4 MessageAlreadyRequested", "A4 MessageAlreadySettled");
    }

    [Fact, Trait("rule", "A4")]
    public void A4_A_message_that_is_never_given_up_is_found() => Finds(Walk((state, command) =>
        (state, command) is (WaitingMessage, RecordFailure fail)
            ? new MessageFailed(fail.Message, fail.Reason, fail.At)
            : command.Decide(state, TestPolicies.OneVersion)));

    [Fact, Trait("rule", "A4")]
    public void A4_A_message_that_is_sent_twice_is_found() => Finds(Walk(
        (state, command) => (state, command) is (SentMessage, RecordDelivery again)
            ? new MessageSent(again.Message, again.GatewayReference, again.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => state is SentMessage ? state : happened.Evolve(state)));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => Walk().Check(walk =>
    {
        foreach (var happened in Lives.Sent.History.Concat(Lives.GivenUp.History))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.Equal(Follows(walk.State, happened), follows is null);
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
        }
    });

    private static bool Follows(Message state, Event<Message> happened) => (state, happened) is
        (NoMessage, MessageRequested) or (WaitingMessage, MessageFailed or MessageGivenUp or MessageSent);

    private static void IsSettledOnce(Walk<Message> walk)
    {
        Assert.InRange(walk.Of<MessageFailed>().Count(), 0, 5);
        Assert.InRange(walk.Of<MessageRequested>().Count(), 0, 1);
        var settled = walk.Of<MessageSent>().Count() + walk.Of<MessageGivenUp>().Count();
        Assert.Equal(walk.State is SentMessage or UndeliverableMessage ? 1 : 0, settled);
        if (walk.State is WaitingMessage waiting)
            Assert.Equal(waiting.Attempts, walk.Of<MessageFailed>().Count());
        if (walk.State is UndeliverableMessage)
            Assert.Equal(5, walk.Of<MessageFailed>().Count());
    }

    internal static Walker<Message> Walk(
        Func<Message, Command<Message>, Decision<Message>>? decide = null, Func<Message, Event<Message>, Message>? evolve = null)
    {
        var right = new Walker<Message>(Example.PaidAt, Next);
        return new Walker<Message>(Example.PaidAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<Message> Next(Walk<Message> walk, Choices choices) => choices.Weighted<Command<Message>>(
        (3, Commands.RequestMessage()), (8, Commands.Fail()), (1, Commands.Deliver()));

    private void Finds(Walker<Message> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(IsSettledOnce));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
