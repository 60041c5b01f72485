namespace ScCa.Architecture.Tests.Rules;

internal sealed class AssembliesTouchOnlyWhatTheirRoomMay : IRule
{
    public string Sentence => "What was built uses only the framework and the rooms and packages that its room may touch.";

    public IEnumerable<Plant> Plants =>
    [
        new("one store uses another", Using("ScCa.Stores.Memory", "ScCa.Stores.Sqlite"), Using("ScCa.Application", "ScCa.Stores.Sqlite")),
        new("the signing core uses a package", Source("ScCa.Signing", UsesNodaTime), Source("ScCa.Domain", UsesNodaTime)),
        new("a host uses a room past the composition", Using("ScCa.Keys", "ScCa.Web"), Using("ScCa.Composition", "ScCa.Web")),
    ];

    private const string UsesNodaTime = "public static class C { public static NodaTime.Instant I; }";

    public IEnumerable<string> Violations(Codebase code)
    {
        foreach (var assembly in code.Assemblies)
        {
            if (House.RoomOf(assembly.Name.Name) is not { } room)
                continue;
            foreach (var used in assembly.MainModule.AssemblyReferences.Select(r => r.Name).Where(r => !IsAllowed(room, r)))
                yield return $"{assembly.Name.Name}: uses {used}";
        }
    }

    private static bool IsAllowed(Room room, string used) =>
        Assemble.IsFramework(used) || room.MayTouchRoom(used) || room.MayTouchPackage(used) || (room.IsHost && IsHosting(used));

    // Not in the table's packages one by one: they come with the hosting framework that a host is made of.
    private static bool IsHosting(string used) =>
        used == "Microsoft.AspNetCore" || used.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || used.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static Codebase Using(string used, string user) =>
        Codebase.Of(Assemble.PlantedOn(used, "public class Thing;", user, "public static class C { public static Thing? T; }"));

    private static Codebase Source(string assembly, string source) => Codebase.Of(Assemble.Planted(assembly, source));
}
