using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Messages;

/// <summary>The message was not sent; after <see cref="AttemptsMax"/> attempts, or where it can never be, it is given up (A4).</summary>
public sealed record RecordFailure(CommandId Id, MessageId Message, string Reason, Instant At) : MessageCommand(Id, Message, At)
{
    public const int AttemptsMax = 5;

    /// <summary>No further attempt would come to anything else.</summary>
    public bool IsForGood { get; init; }

    public override Decision<Message> Decide(Message state, PolicyBook policies) => state switch
    {
        WaitingMessage m when IsForGood || m.Attempts + 1 >= AttemptsMax => Record(new MessageFailed(Message, Reason, At), new MessageGivenUp(Message, Reason, At)),
        WaitingMessage => new MessageFailed(Message, Reason, At),
        NoMessage => Refuse.MessageUnknown(Message),
        _ => Refuse.MessageAlreadySettled(Message),
    };
}

/// <param name="Reason">A gateway's code, never its free text: that could name the phone.</param>
public sealed record MessageFailed(MessageId Message, string Reason, Instant At) : MessageEvent(Message, At)
{
    public override Message Evolve(Message state) => state is WaitingMessage waiting
        ? waiting with { Attempts = waiting.Attempts + 1 }
        : throw ImpossibleIn(state);
}

public sealed record MessageGivenUp(MessageId Message, string Reason, Instant At) : MessageEvent(Message, At)
{
    public override Message Evolve(Message state) => state is WaitingMessage ? new UndeliverableMessage(Reason) : throw ImpossibleIn(state);
}
