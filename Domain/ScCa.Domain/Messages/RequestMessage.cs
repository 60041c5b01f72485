using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Messages;

/// <summary>Asks for an SMS. The message's id is its de-duplication key: asked for twice, it is one message (A4).</summary>
public sealed record RequestMessage(
    CommandId Id, MessageId Message, SubjectId Subject, SealedText Phone, string Template, ImmutableSortedDictionary<string, string> Facts, Instant At)
    : MessageCommand(Id, Message, At)
{
    public override Decision<Message> Decide(Message state, PolicyBook policies) => state switch
    {
        NoMessage => new MessageRequested(Message, Subject, Phone, Template, Facts, At),
        _ => Refuse.MessageAlreadyRequested(Message),
    };
}

/// <param name="Facts">What the template's places are filled with; never a personal fact.</param>
public sealed record MessageRequested(
    MessageId Message, SubjectId Subject, SealedText Phone, string Template, ImmutableSortedDictionary<string, string> Facts, Instant At)
    : MessageEvent(Message, At)
{
    public override Message Evolve(Message state) => state is NoMessage
        ? new WaitingMessage(Subject, Phone, Template, Facts, 0)
        : throw ImpossibleIn(state);
}
