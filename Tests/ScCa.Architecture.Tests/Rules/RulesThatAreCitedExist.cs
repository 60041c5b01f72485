using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

internal sealed partial class RulesThatAreCitedExist : IRule
{
    private const string Book = "docs/rules.md";

    public string Sentence => $"A rule that a refusal carries or a test proves stands in {Book}; every rule stands there once.";

    public IEnumerable<Plant> Plants =>
    [
        new("a refusal under a rule that does not exist", WithRefusal("A9"), WithRefusal("A1")),
        new("a test of a rule that does not exist", WithTest("Z9"), WithTest("A2")),
        new("a rule that stands there twice", Codebase.Of(Rules("A1", "A1")), Codebase.Of(Rules("A1", "A2"))),
        new("no rules at all", Codebase.Of(new TextFile(Book, "# Rules\n")), Codebase.Of(Rules("A1"))),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        string[] rules = [.. Rows().Matches(code.File(Book)?.Text ?? "").Select(m => m.Groups[1].Value)];
        if (rules.Length == 0)
            yield return $"{Book}: holds no rule";
        foreach (var twice in rules.GroupBy(r => r).Where(g => g.Count() > 1))
            yield return $"{Book}: {twice.Key} stands there more than once";
        foreach (var method in RefusalCatalogue.Methods(code).Where(m => !rules.Contains(m.Rule)))
            yield return $"{RefusalCatalogue.Refuse}.{method.Name}: there is no rule {method.Rule ?? "(none)"}";
        foreach (var (path, rule) in Proven(code).Where(p => !rules.Contains(p.Rule)))
            yield return $"{path}: there is no rule {rule}";
    }

    private static IEnumerable<(string Path, string Rule)> Proven(Codebase code) =>
        from file in code.Files
        where file.Path.StartsWith("Tests/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal)
        from Match trait in Traits().Matches(file.Text)
        select (file.Path, trait.Groups[1].Value);

    [GeneratedRegex(@"^\| ([A-Z]\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\[Trait\(""rule"", ""([^""]*)""\)\]")]
    private static partial Regex Traits();

    private static TextFile Rules(params IEnumerable<string> ids) => new(Book, $"| id | rule |\n|---|---|\n{string.Concat(ids.Select(i => $"| {i} | … |\n"))}");

    private static Codebase WithTest(string rule) =>
        Codebase.Of(Rules("A1", "A2"), new TextFile("Tests/ScCa.Domain.Tests/SomeTests.cs", $"[Fact, Trait(\"rule\", \"A1\")] [{"Trait"}(\"rule\", \"{rule}\")]"));

    private static Codebase WithRefusal(string rule) => Codebase.Of(Rules("A1", "A2")).With(Assemble.Planted(
        "ScCa.Domain", $"namespace ScCa.Domain.Refusals; public static class Refuse {{ public static string Closed() => string.Concat(\"{rule}\", \"Closed\".Trim()); }}"));
}
