using System.Collections.Immutable;
using ScCa.Domain.Refusals;

namespace ScCa.Domain;

/// <summary>What a command comes to: events, or a refusal that says why and what to do next.</summary>
public abstract record Decision<TState> where TState : IEventSourced<TState>
{
    private Decision()
    {
    }

    public sealed record Accepted(ImmutableArray<Event<TState>> Events) : Decision<TState>;

    public sealed record Refused(Refusal Refusal) : Decision<TState>;

    public static implicit operator Decision<TState>(Refusal refusal) => new Refused(refusal);

    public static implicit operator Decision<TState>(Event<TState> single) => new Accepted([single]);
}
