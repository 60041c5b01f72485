using ScCa.Domain.People;
using ScCa.Testing;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Properties;

/// <summary>A person's data on its random walk: everything that may be ordered is, rightly and wrongly, before its time and at its time.</summary>
internal static class SubjectWalk
{
    public static Walker<Subject> Walker { get; } = With();

    public static Walker<Subject> With(
        Func<Subject, Command<Subject>, Decision<Subject>>? decide = null, Func<Subject, Event<Subject>, Subject>? evolve = null)
    {
        var right = new Walker<Subject>(NotYetErasableAt, Next);
        return new Walker<Subject>(NotYetErasableAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    /// <summary>A decision that is wrong where the right one is a refusal with this code.</summary>
    public static Walker<Subject> Accepting(
        string code, Func<Command<Subject>, Event<Subject>?> instead, Func<Subject, Event<Subject>, Subject>? evolve = null) => With(
        (state, command) => command.Decide(state, WalkPolicies.Book) switch
        {
            Decision<Subject>.Refused { Refusal.Code: var refused } right when refused == code => instead(command) is { } wrong ? wrong : right,
            var right => right,
        },
        evolve);

    private static Command<Subject> Next(Walk<Subject> walk, Choices choices)
    {
        var at = walk.Now >= ErasableAt ? walk.Now : choices.Weighted((5, NotYetErasableAt), (1, ErasableAt));
        return choices.Pick(OutcomeTables.SubjectCommands).In(walk.State, at);
    }
}
