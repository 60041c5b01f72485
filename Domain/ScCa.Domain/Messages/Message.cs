using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.People;

namespace ScCa.Domain.Messages;

/// <summary>One SMS to one person, from the wish to send it to its outcome: the fold of <c>message-{id}</c> (A4).</summary>
public abstract record Message : IEventSourced<Message>
{
    public static string Category => "message";

    public static Message Initial { get; } = new NoMessage();
}

public sealed record NoMessage : Message;

/// <summary>To be sent; <paramref name="Attempts"/> counts the sendings that failed.</summary>
public sealed record WaitingMessage(
    SubjectId Subject, SealedText Phone, string Template, ImmutableSortedDictionary<string, string> Facts, int Attempts) : Message;

public sealed record SentMessage(string GatewayReference) : Message;

/// <summary>Given up after the last attempt; the business went on without it.</summary>
public sealed record UndeliverableMessage(string Reason) : Message;

public abstract record MessageCommand(CommandId Id, MessageId Message, Instant At) : Command<Message>(Id, At)
{
    public sealed override string StreamKey => Message.Value;
}

public abstract record MessageEvent(MessageId Message, Instant At) : Event<Message>(At)
{
    protected Exception ImpossibleIn(Message state) => ImpossibleEventException.For(this, state);
}
