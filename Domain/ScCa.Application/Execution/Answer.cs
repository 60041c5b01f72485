using System.Collections.Immutable;
using ScCa.Domain;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Execution;

/// <summary>What a command came to.</summary>
public abstract record Answer<TState> where TState : IEventSourced<TState>
{
    private Answer()
    {
    }

    /// <param name="State">The state right after this command's events.</param>
    /// <param name="Position">Where the last of them stands among all events; views that have come so far show them.</param>
    /// <param name="IsRepeat">Whether the command had been executed before; then nothing was written.</param>
    public sealed record Accepted(TState State, ImmutableArray<Event<TState>> Events, long Position, bool IsRepeat) : Answer<TState>;

    public sealed record Refused(Refusal Refusal) : Answer<TState>;
}

/// <summary>On whose behalf a command is executed, and which event it answers.</summary>
public sealed record CommandContext(string Actor, string? Causation = null)
{
    public static CommandContext Applicant(string phoneIndex) => new($"applicant:{phoneIndex}");

    public static CommandContext Staff(string staffId) => new($"staff:{staffId}");

    public static CommandContext System(string part) => new($"system:{part}");
}

/// <summary>Executes commands: the one way in to every decision.</summary>
public interface ICommands
{
    Task<Answer<TState>> Execute<TState>(Command<TState> command, CommandContext context, CancellationToken cancellation)
        where TState : IEventSourced<TState>;
}
