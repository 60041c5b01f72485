using NodaTime;
using ScCa.Domain.Tests.Units;
using ScCa.Domain.Units;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>A unit's random walk: mostly what may well come next, sometimes anything at all.</summary>
internal static class UnitWalk
{
    public static Walker<Unit> Walker { get; } = With();

    public static Walker<Unit> With(
        Func<Unit, Command<Unit>, Decision<Unit>>? decide = null, Func<Unit, Event<Unit>, Unit>? evolve = null) => new(UnitExample.DeclaredAt, Next)
        {
            Decide = decide ?? ((state, command) => command.Decide(state, UnitExample.Policies)),
            Evolve = evolve ?? ((state, happened) => happened.Evolve(state)),
        };

    /// <summary>A decision that is wrong where the right one is a refusal with this code.</summary>
    public static Walker<Unit> Accepting(
        string code, Func<Command<Unit>, Event<Unit>> instead, Func<Unit, Event<Unit>, Unit>? evolve = null) => With(
        (state, command) => command.Decide(state, UnitExample.Policies) switch
        {
            Decision<Unit>.Refused { Refusal.Code: var refused } when refused == code => instead(command),
            var right => right,
        },
        evolve);

    private static Command<Unit> Next(Walk<Unit> walk, Choices choices) =>
        (choices.Weighted((walk.State is RegisteredUnit { Handlers: not [] } ? 3 : 15, true), (2, false)) ? Forward(walk.State, choices) : choices.Pick(UnitOutcomes.Commands).In(walk.State, walk.Now)) switch
        {
            // A day passes now and then: the dates of D2 must be those of their own events.
            CompleteUserBaseSettings complete => complete with { At = walk.Now + Duration.FromHours(choices.Int(30)) },
            var command => command,
        };

    private static Command<Unit> Forward(Unit state, Choices choices) => state switch
    {
        UnregisteredUnit => UnitCommands.Register(),
        RegisteredUnit { Handlers: [] } => UnitCommands.Authorize(),
        RegisteredUnit unit => Of(unit, unit.Handlers[choices.Int(unit.Handlers.Length - 1)].PhoneIndex, choices),
        _ => throw new TestFailedException("A unit of no known kind."),
    };

    private static Command<Unit> Of(RegisteredUnit unit, Domain.People.PhoneIndex by, Choices choices)
    {
        var pending = (unit.On(UnitExample.Trade).Account(UnitExample.Maker) as PendingRoleAccount)?.Name;
        var role = choices.Bool() ? TestPolicies.Supplier : UnitExample.Agency;
        var certificate = choices.Bool() ? Example.TheCertificate : UnitExample.OtherCertificate;
        return choices.Weighted<Command<Unit>>(
            (4, UnitCommands.Bind(role, certificate, Example.Serial(choices.Int(1, 2)), by: by)),
            (3, UnitCommands.Unbind(role, certificate, by)),
            (3, UnitCommands.Declare(choices.Bool() ? UnitExample.Account : UnitExample.OtherAccount, by: by)),
            (3, UnitCommands.DeclareNone(by: by)),
            (pending is null ? 0 : 6, UnitCommands.Approve(pending)),
            (pending is null ? 0 : 8, UnitCommands.Reject(pending)),
            (pending is null ? 0 : 4, UnitCommands.Reject(pending, reason: "")),
            (2, UnitCommands.ApplyFor(by: by)),
            (1, UnitCommands.ApplyFor(TestPolicies.Gov, by)),
            (3, UnitCommands.CompleteBase(by: by)),
            (1, UnitCommands.Authorize(choices.Bool() ? UnitExample.Second : UnitExample.First, UnitExample.ByKey)),
            (2, UnitCommands.Withdraw(choices.Bool() ? UnitExample.Second : UnitExample.First)),
            (1, UnitCommands.ChangePhone()));
    }
}
