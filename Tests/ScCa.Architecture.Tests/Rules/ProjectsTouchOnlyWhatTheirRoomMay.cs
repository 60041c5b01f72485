namespace ScCa.Architecture.Tests.Rules;

internal sealed class ProjectsTouchOnlyWhatTheirRoomMay : IRule
{
    public string Sentence => "A project references only the rooms and packages that its room may touch.";

    public IEnumerable<Plant> Plants =>
    [
        new("one store references another", Project("ScCa.Stores.Sqlite", "ScCa.Stores.Memory"), Project("ScCa.Stores.Sqlite", "ScCa.Application")),
        new("a host wires for itself", Project("ScCa.Web", "ScCa.Stores.Sqlite"), Project("ScCa.Web", "ScCa.Composition")),
        new("the domain looks up", Project("ScCa.Domain", "ScCa.Application"), Project("ScCa.Application", "ScCa.Domain")),
        new("a package in the domain", Package("ScCa.Domain", "Dapper"), Package("ScCa.Domain", "NodaTime")),
        new("somebody else's driver", Package("ScCa.Stores.Memory", "Npgsql"), Package("ScCa.Stores.Postgres", "Npgsql")),
        new("the signing core depends on something", Package("ScCa.Signing", "NodaTime"), Package("ScCa.Gateways", "NodaTime")),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        foreach (var project in code.ProductProjects)
        {
            // A project without a room is reported by the rule on rooms.
            if (House.RoomOfProject(project.Name) is not { } room)
                continue;
            foreach (var other in project.ProjectReferences.Where(r => !room.Rooms.Contains(r)))
                yield return $"{project.Path}: may not reference the project {other}";
            foreach (var package in project.PackageReferences.Where(p => !room.Packages.Any(r => r.Id == p) && !House.BuildOnly.Contains(p)))
                yield return $"{project.Path}: may not reference the package {package}";
        }
    }

    private static Codebase Project(string project, string referenced) => Of(project, $"<ProjectReference Include=\"../{referenced}/{referenced}.csproj\" />");

    private static Codebase Package(string project, string referenced) => Of(project, $"<PackageReference Include=\"{referenced}\" />");

    private static Codebase Of(string project, string item) =>
        Codebase.Of(new TextFile($"{House.RoomOfProject(project)!.Folder}/{project}/{project}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>"));
}
