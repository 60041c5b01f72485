using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;

namespace ScCa.Application.Execution;

/// <summary>Names streams: <c>certificate-{id}</c>, <c>transfer-{bank reference}</c>, …</summary>
internal static class StreamName
{
    public static string Of<TState>(string key) where TState : IEventSourced<TState> => $"{TState.Category}-{key}";
}

/// <summary>A stream, read and folded.</summary>
internal sealed record StreamHistory<TState>(ImmutableArray<RecordedEvent> Events, TState State) where TState : IEventSourced<TState>
{
    public long Revision => Events.Length - 1;

    public static StreamHistory<TState> Empty { get; } = new([], TState.Initial);

    /// <summary>This, and what was stored after it.</summary>
    public StreamHistory<TState> With(IReadOnlyList<StoredEvent> later)
    {
        if (later.Count == 0)
            return this;
        var events = ImmutableArray.CreateBuilder<RecordedEvent>(Events.Length + later.Count);
        events.AddRange(Events);
        var state = State;
        foreach (var s in later)
        {
            var read = EventCodec.Decode(s);
            events.Add(read);
            state = Body(read).Evolve(state);
        }

        return new StreamHistory<TState>(events.MoveToImmutable(), state);
    }

    /// <summary>The answer this command was given before, rebuilt from its events; null where it is new.</summary>
    public Answer<TState>? AnswerTo(Command<TState> command)
    {
        var mine = Events.Where(e => e.Stored.CommandId == command.Id.Value).ToList();
        if (mine is [])
            return null;
        if (mine[0].Metadata.Command is var first && first != command.GetType().Name)
            throw new CommandIdReusedException(command.Id, first, command.GetType().Name);

        var then = TState.Initial;
        foreach (var e in Events.Where(e => e.Stored.Revision <= mine[^1].Stored.Revision))
            then = Body(e).Evolve(then);
        return new Answer<TState>.Accepted(then, [.. mine.Select(Body)], mine[^1].Stored.Position, IsRepeat: true);
    }

    private static Event<TState> Body(RecordedEvent read) => read.Body as Event<TState>
        ?? throw new UnreadableEventException(read.Stored, $"it does not belong to a {TState.Category} stream.", null);
}
