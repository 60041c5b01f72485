using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class TimeAndChanceComeFromPorts : IRule
{
    private static readonly ImmutableArray<string> Banned =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random..ctor", "System.Random.get_Shared",
        "NodaTime.SystemClock.get_Instance",
    ];

    // The wiring puts the real clock behind the port; nobody else names it.
    private const string Wiring = "ScCa.Composition";

    public string Sentence => "Time comes from IClock and chance from IRandomSource; only the wiring names the real clock.";

    public IEnumerable<Plant> Plants =>
    [
        new("the machine's time", In("ScCa.Gateways", "System.DateTimeOffset.UtcNow"), In("ScCa.Gateways", "System.DateTimeOffset.UnixEpoch")),
        new("an id made on the way", In("ScCa.Web", "System.Guid.NewGuid()"), In("ScCa.Web", "System.Guid.Empty")),
        new("weak chance", In("ScCa.Keys", "new System.Random(1)"), In("ScCa.Keys", "1")),
        new("the real clock past the wiring", In("ScCa.Worker", "NodaTime.SystemClock.Instance"), In("ScCa.Composition", "NodaTime.SystemClock.Instance")),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Assemblies
        from reference in Reference.Of(assembly)
        where Banned.Contains(reference.What) && !(assembly.Name.Name == Wiring && reference.Type.FullName == "NodaTime.SystemClock")
        select $"{reference.Where}: uses {reference.What}";

    private static Codebase In(string assembly, string expression) =>
        Codebase.Of(Assemble.Planted(assembly, $"public class C {{ object M() => {expression}; }}"));
}
