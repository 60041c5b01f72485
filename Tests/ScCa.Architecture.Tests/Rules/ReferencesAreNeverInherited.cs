namespace ScCa.Architecture.Tests.Rules;

internal sealed class ReferencesAreNeverInherited : IRule
{
    private const string Property = "DisableTransitiveProjectReferences";

    public string Sentence => $"What ships sees only the projects it names itself: {Property} is true for the whole house and no project turns it off.";

    public IEnumerable<Plant> Plants =>
    [
        new("switched off for the house", Props("false"), Props("true")),
        new("not said for the house", Codebase.Of(new TextFile("Directory.Build.props", "<Project/>")), Props("true")),
        new("switched off in a host", Props("true").With(Web("false")), Props("true").With(Web("true"))),
        new(
            "switched off for one floor",
            Props("true").With(new TextFile("Hosts/Directory.Build.props", Text("false"))), Props("true").With(new TextFile("Hosts/Directory.Build.props", "<Project/>"))),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        if (code.File("Directory.Build.props") is not { } house || Value(house) != "true")
            yield return $"Directory.Build.props: {Property} is not true";
        foreach (var file in code.Files.Where(f => House.IsProduct(f.Path) && IsBuildFile(f.Path) && Value(f) is not (null or "true")))
            yield return $"{file.Path}: switches {Property} off";
    }

    private static bool IsBuildFile(string path) =>
        path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal);

    private static string? Value(TextFile file) => new ProjectFile(file).Property(Property);

    private static Codebase Props(string value) => Codebase.Of(new TextFile("Directory.Build.props", Text(value)));

    private static TextFile Web(string value) => new("Hosts/ScCa.Web/ScCa.Web.csproj", Text(value));

    private static string Text(string value) => $"<Project><PropertyGroup><{Property}>{value}</{Property}></PropertyGroup></Project>";
}
