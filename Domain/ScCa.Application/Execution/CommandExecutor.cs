using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Execution;

/// <summary>One caller used a command id twice for different things.</summary>
public sealed class CommandIdReusedException(CommandId id, string first, string second)
    : Exception($"The command id {id} belongs to {first}; it cannot be used for {second}.");

/// <summary>A stream kept changing under a command; nothing was written, and the same command may be sent again.</summary>
public sealed class StreamContendedException(string stream) : Exception($"{stream} kept changing; send the same command again.");

/// <summary>Load, decide, append; on a conflict load again and decide again.</summary>
public sealed class CommandExecutor(IEventStore store, PolicyBook policies, IClock clock)
{
    // Each conflict means that another caller got through, so this many in a row means a stream under siege, not bad luck.
    private const int AttemptsMax = 100;

    private readonly RecentStreams recent = new();

    public async Task<Answer<TState>> Execute<TState>(Command<TState> command, CommandContext context, CancellationToken cancellation)
        where TState : IEventSourced<TState>
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var stream = StreamName.Of<TState>(command.StreamKey);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var history = await Load<TState>(stream, cancellation).ConfigureAwait(false);
            if (history.AnswerTo(command) is { } earlier)
                return earlier;

            var decision = command.Decide(history.State, policies);
            if (decision is Decision<TState>.Refused(var refusal))
                return new Answer<TState>.Refused(refusal);

            var events = ((Decision<TState>.Accepted)decision).Events;
            var result = await Append(stream, history.Revision, command, context, events, cancellation).ConfigureAwait(false);
            if (result.Outcome == AppendOutcome.Appended)
                return new Answer<TState>.Accepted(Fold(history.State, events), events, result.LastPosition, IsRepeat: false);

            // Somebody else wrote first, perhaps this very command: what holds now is in the stream.
            Telemetry.Conflicts.Add(1);
        }

        throw new StreamContendedException(stream);
    }

    /// <summary>The state of a stream as it stands.</summary>
    public async Task<TState> State<TState>(string streamKey, CancellationToken cancellation) where TState : IEventSourced<TState> =>
        (await Load<TState>(StreamName.Of<TState>(streamKey), cancellation).ConfigureAwait(false)).State;

    /// <summary>The state of an event's stream as it stood right after it, whatever has happened since.</summary>
    internal async Task<TState> StateAfter<TState>(RecordedEvent happened, CancellationToken cancellation) where TState : IEventSourced<TState>
    {
        var stored = await store.ReadStream(happened.Stored.Stream, cancellation).ConfigureAwait(false);
        return StreamHistory<TState>.Empty.With([.. stored.TakeWhile(e => e.Revision <= happened.Stored.Revision)]).State;
    }

    /// <summary>The events of a stream, oldest first.</summary>
    public async Task<ImmutableArray<RecordedEvent>> Events<TState>(string streamKey, CancellationToken cancellation) where TState : IEventSourced<TState> =>
        (await Load<TState>(StreamName.Of<TState>(streamKey), cancellation).ConfigureAwait(false)).Events;

    private async Task<StreamHistory<TState>> Load<TState>(string stream, CancellationToken cancellation) where TState : IEventSourced<TState>
    {
        var known = recent.Of<TState>(stream);
        var history = known.With(await store.ReadStreamAfter(stream, known.Revision, cancellation).ConfigureAwait(false));
        recent.Keep(stream, history);
        return history;
    }

    private ValueTask<AppendResult> Append<TState>(
        string stream, long revision, Command<TState> command, CommandContext context, ImmutableArray<Event<TState>> events, CancellationToken cancellation)
        where TState : IEventSourced<TState>
    {
        var metadata = new EventMetadata(command.GetType().Name, context.Actor, context.Causation);
        var encoded = new NewEvent[events.Length];
        for (var i = 0; i < encoded.Length; i++)
            encoded[i] = EventCodec.Encode(events[i], metadata, command.Id.Value, i);
        return store.Append(stream, revision, encoded, clock.GetCurrentInstant(), cancellation);
    }

    private static TState Fold<TState>(TState state, ImmutableArray<Event<TState>> events) where TState : IEventSourced<TState>
    {
        foreach (var e in events)
            state = e.Evolve(state);
        return state;
    }
}
