namespace ScCa.Architecture.Tests.Rules;

internal sealed class EveryProjectHasItsRoom : IRule
{
    public string Sentence => "Every project that ships is a room of the house, in the folder that is named after it, and part of the solution with every other.";

    public IEnumerable<Plant> Plants =>
    [
        new("a room nobody planned", Of("Infrastructure/ScCa.Cellar/ScCa.Cellar.csproj"), Of("Infrastructure/ScCa.Pki/ScCa.Pki.csproj")),
        new("a room on the wrong floor", Of("Domain/ScCa.Pki/ScCa.Pki.csproj"), Of("Infrastructure/ScCa.Pki/ScCa.Pki.csproj")),
        new(
            "a project left out of the solution",
            Codebase.Of(new TextFile("Tests/ScCa.Pki.Tests/ScCa.Pki.Tests.csproj", "<Project/>"), new TextFile("ScCa.Core.sln", "")),
            Of("Tests/ScCa.Pki.Tests/ScCa.Pki.Tests.csproj")),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        foreach (var project in code.ProductProjects)
        {
            if (House.RoomOfProject(project.Name) is not { } room)
                yield return $"{project.Path}: the house has no room of this name";
            else if (project.Path != $"{room.Folder}/{room.Project}/{room.Project}.csproj")
                yield return $"{project.Path}: belongs in {room.Folder}/{room.Project}/";
        }

        var solution = code.File("ScCa.Core.sln")?.Text.Replace('\\', '/') ?? "";
        foreach (var project in code.Projects.Where(p => !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal)))
            yield return $"{project.Path}: is not in ScCa.Core.sln";
    }

    private static Codebase Of(string path) =>
        Codebase.Of(new TextFile(path, "<Project/>"), new TextFile("ScCa.Core.sln", $"Project = \"{path.Replace('/', '\\')}\""));
}
