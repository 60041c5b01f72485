using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Testing.Tests;

/// <summary>The smallest stream there is: a light that can be switched on once.</summary>
public sealed record Light(bool IsOn) : IEventSourced<Light>
{
    public static string Category => "light";

    public static Light Initial { get; } = new(false);
}

public sealed record SwitchOn(CommandId Id, Instant At) : Command<Light>(Id, At)
{
    public override string StreamKey => "light";

    public override Decision<Light> Decide(Light state, PolicyBook policies) => state.IsOn ? IsOn : new SwitchedOn(["steady", "white"], At);

    private static Refusal IsOn => new("L1", "LightIsOn", ImmutableSortedDictionary<string, string>.Empty.Add("since", "today"));
}

public sealed record SwitchedOn(ImmutableArray<string> Modes, Instant At) : Event<Light>(At)
{
    public override Light Evolve(Light state) => state.IsOn ? throw ImpossibleEventException.For(this, state) : state with { IsOn = true };
}

/// <summary>Remembers what it was asked before: exactly what a decision must not do.</summary>
public sealed record Whim(CommandId Id, Instant At) : Command<Light>(Id, At)
{
    private readonly int[] asked = [0];

    public override string StreamKey => "light";

    public override Decision<Light> Decide(Light state, PolicyBook policies) => new SwitchedOn([$"mode {++asked[0]}"], At);
}

/// <summary>Accepts twice what can happen once.</summary>
public sealed record SwitchOnTwice(CommandId Id, Instant At) : Command<Light>(Id, At)
{
    public override string StreamKey => "light";

    public override Decision<Light> Decide(Light state, PolicyBook policies) => Record(new SwitchedOn([], At), new SwitchedOn([], At));
}

/// <summary>Accepts and records nothing.</summary>
public sealed record Nod(CommandId Id, Instant At) : Command<Light>(Id, At)
{
    public override string StreamKey => "light";

    public override Decision<Light> Decide(Light state, PolicyBook policies) => Record();
}
