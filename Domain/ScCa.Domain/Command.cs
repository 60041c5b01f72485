using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Domain;

/// <summary>A state that is nothing but the fold of its stream.</summary>
public interface IEventSourced<TSelf> where TSelf : IEventSourced<TSelf>
{
    /// <summary>The stream's name before the dash: <c>certificate</c> in <c>certificate-{id}</c>.</summary>
    static abstract string Category { get; }

    static abstract TSelf Initial { get; }
}

/// <summary>Something that happened. <see cref="At"/> is the instant it takes effect; when it was recorded is the store's to say.</summary>
public abstract record Event<TState>(Instant At) where TState : IEventSourced<TState>
{
    /// <summary>The state after this event. Sees no policy and no calendar: an event stores what was decided.</summary>
    public abstract TState Evolve(TState state);
}

/// <summary>An intention, with its id and its instant brought from outside.</summary>
public abstract record Command<TState>(CommandId Id, Instant At) where TState : IEventSourced<TState>
{
    /// <summary>The stream's name after the dash.</summary>
    public abstract string StreamKey { get; }

    /// <summary>Pure: the same state, policies and command always give the same decision.</summary>
    public abstract Decision<TState> Decide(TState state, PolicyBook policies);

    /// <summary>One event that follows from this command.</summary>
    protected static Decision<TState> Record(params ReadOnlySpan<Event<TState>> events) => new Decision<TState>.Accepted([.. events]);
}
