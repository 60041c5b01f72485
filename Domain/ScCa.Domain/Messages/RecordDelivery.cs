using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Messages;

/// <summary>The gateway took the message.</summary>
public sealed record RecordDelivery(CommandId Id, MessageId Message, string GatewayReference, Instant At) : MessageCommand(Id, Message, At)
{
    public override Decision<Message> Decide(Message state, PolicyBook policies) => state switch
    {
        WaitingMessage => new MessageSent(Message, GatewayReference, At),
        NoMessage => Refuse.MessageUnknown(Message),
        _ => Refuse.MessageAlreadySettled(Message),
    };
}

public sealed record MessageSent(MessageId Message, string GatewayReference, Instant At) : MessageEvent(Message, At)
{
    public override Message Evolve(Message state) => state is WaitingMessage ? new SentMessage(GatewayReference) : throw ImpossibleIn(state);
}
