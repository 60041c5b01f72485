namespace ScCa.Architecture.Tests.Rules;

internal sealed class EveryRoomHasItsTests : IRule
{
    public string Sentence => $"Every room has a test project that is named after it and references it; the hosts and their wiring are tested together in {House.TestsOfHosts}.";

    public IEnumerable<Plant> Plants =>
    [
        new("a room without tests", Codebase.Of(Project("Infrastructure/ScCa.Pki")), Codebase.Of(Project("Infrastructure/ScCa.Pki"), Tests("ScCa.Pki.Tests", "ScCa.Pki"))),
        new(
            "tests that do not see their room",
            Codebase.Of(Project("Infrastructure/ScCa.Pki"), Tests("ScCa.Pki.Tests", "ScCa.Keys")),
            Codebase.Of(Project("Infrastructure/ScCa.Pki"), Tests("ScCa.Pki.Tests", "ScCa.Pki"))),
        new("a host without tests", Codebase.Of(Project("Hosts/ScCa.Web")), Codebase.Of(Project("Hosts/ScCa.Web"), Tests(House.TestsOfHosts, "ScCa.Composition"))),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        foreach (var project in code.ProductProjects)
        {
            var isHost = project.Path.StartsWith("Hosts/", StringComparison.Ordinal);
            var name = isHost ? House.TestsOfHosts : project.Name + ".Tests";
            var tests = code.Projects.FirstOrDefault(p => p.Path == $"Tests/{name}/{name}.csproj");
            if (tests is null)
                yield return $"{project.Path}: Tests/{name} is missing";
            else if (!isHost && !tests.ProjectReferences.Contains(project.Name))
                yield return $"{tests.Path}: does not reference {project.Name}";
        }
    }

    private static TextFile Project(string folder) => new($"{folder}/{folder.Split('/')[1]}.csproj", "<Project/>");

    private static TextFile Tests(string name, string room) =>
        new($"Tests/{name}/{name}.csproj", $"<Project><ItemGroup><ProjectReference Include=\"../../X/{room}/{room}.csproj\" /></ItemGroup></Project>");
}
