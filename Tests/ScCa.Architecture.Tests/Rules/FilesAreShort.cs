namespace ScCa.Architecture.Tests.Rules;

internal sealed class FilesAreShort : IRule
{
    private const int LinesMax = 500;

    public string Sentence => $"A file of code has at most {LinesMax} lines: one idea fits in less.";

    public IEnumerable<Plant> Plants =>
    [
        new("a long class", Of("Domain/A.cs", LinesMax + 1), Of("Domain/A.cs", LinesMax)),
        new("a long script", Of("Tests/run", LinesMax + 1), Of("docs/rules.md", LinesMax + 1)),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from file in code.Files
        where Languages.IsCode(file.Path)
        let lines = file.Lines.Count() - (file.Text.EndsWith('\n') ? 1 : 0)
        where lines > LinesMax
        select $"{file.Path}: {lines} lines";

    private static Codebase Of(string path, int lines) => Codebase.Of(new TextFile(path, string.Concat(Enumerable.Repeat("x\n", lines))));
}
