namespace ScCa.Architecture.Tests.Rules;

internal sealed class CommandsAndEventsAreSealedRecords : IRule
{
    public string Sentence => "Every command and every event is a sealed record.";

    public IEnumerable<Plant> Plants =>
    [
        new("an open event", Miniature.Domain("public record LampLit(int At) : ScCa.Domain.LampEvent(At);"), Miniature.Domain(Miniature.Event("LampLit"))),
        new("an open command", Miniature.Domain("public record LightLamp(int At) : ScCa.Domain.Command<string>(At);"), Miniature.Domain(Miniature.Command("LightLamp"))),
        new(
            "an event that hangs below another",
            Miniature.Domain("public record LampLit(int At) : ScCa.Domain.LampEvent(At); public sealed record RedLampLit(int At) : LampLit(At);"),
            Miniature.Domain(Miniature.Event("LampLit") + Miniature.Event("RedLampLit"))),
    ];

    // A class cannot derive from a record, so what derives is a record; whether it is sealed is the question.
    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        from type in assembly.Written()
        where !type.IsAbstract && (type.DerivesFrom(Types.Event) || type.DerivesFrom(Types.Command)) && !(type.IsSealed && type.IsRecord())
        select $"{type.Where()}: is not a sealed record";
}
