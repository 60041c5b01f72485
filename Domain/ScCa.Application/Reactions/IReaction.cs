using ScCa.Application.Events;
using ScCa.Domain;

namespace ScCa.Application.Reactions;

/// <summary>
/// What follows from an event: the next command, a message, a call outside. Run at least once and in order, so it must be safe to repeat: its commands
/// carry ids made from the event's address, and what it calls outside is told the same key again.
/// </summary>
public interface IReaction
{
    string Name { get; }

    Task React(RecordedEvent happened, CancellationToken cancellation);
}

internal static class ReactionIds
{
    /// <summary>The same for every repeat of the same reaction to the same event.</summary>
    public static CommandId CommandFor(this IReaction reaction, RecordedEvent happened) => new($"{reaction.Name}:{happened.Address}");
}
