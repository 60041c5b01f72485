using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

internal sealed partial class RefusalsAreToldInTheirOrder : IRule
{
    private const string Book = "docs/rules.md";
    private const string Decisions = "Domain/ScCa.Domain/";
    private const string OfTheDomain = $"{Decisions}Refusals/Refuse.cs";
    private const string OfInputs = "Domain/ScCa.Application/Inputs/RefuseInput.cs";

    public string Sentence => $"{Book} tells every refusal under its rule, and what each decision refuses in the order of its arms.";

    public IEnumerable<Plant> Plants =>
    [
        new("a refusal that is not told", Of("- **A1** Closed", "- Shut: A1 Closed, A2 Late"), Of("- **A1** Closed\n- **A2** Late", "- Shut: A1 Closed, A2 Late")),
        new("arms in another order", Of("- **A1** Closed\n- **A2** Late", "- Shut: A2 Late, A1 Closed"), Of("- **A1** Closed\n- **A2** Late", "- Shut: A1 Closed, A2 Late")),
        new(
            "a decision that there is not",
            Of("- **A1** Closed\n- **A2** Late", "- Shut: A1 Closed, A2 Late\n- Gone: A1 Closed"), Of("- **A1** Closed\n- **A2** Late", "- Shut: A1 Closed, A2 Late")),
    ];

    public IEnumerable<string> Violations(Codebase code)
    {
        if (code.File(Book) is not { } book)
            return [];
        var told = Told().Matches(book.Text).Select(m => m.Value.TrimEnd()).ToArray();
        string[] expected = [.. ByRule(code), .. ByDecision(code)];
        return [.. expected.Except(told).Select(line => $"{Book}: misses \"{line}\""), .. told.Except(expected).Select(line => $"{Book}: says \"{line}\", which is not so")];
    }

    private static IEnumerable<string> ByRule(Codebase code) =>
        from refusal in Catalogue(code)
        group refusal.Code by refusal.Rule into rule
        select $"- **{rule.Key}** {string.Join(", ", rule)}";

    private static IEnumerable<string> ByDecision(Codebase code)
    {
        var rules = Catalogue(code).ToDictionary(r => r.Code, r => r.Rule, StringComparer.Ordinal);
        return from file in code.Files
               where file.Path.StartsWith(Decisions, StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Path != OfTheDomain
               let asked = Asked().Matches(file.Text).Select(m => m.Groups[1].Success ? $"{rules.GetValueOrDefault(m.Groups[1].Value)} {m.Groups[1].Value}" : $"({m.Groups[2].Value})")
                   .Distinct().ToArray()
               where asked.Length > 0
               select $"- {file.Name[..^".cs".Length]}: {string.Join(", ", asked)}";
    }

    private static IEnumerable<(string Rule, string Code)> Catalogue(Codebase code) =>
        from path in new[] { OfTheDomain, OfInputs }
        from Match entry in Entries().Matches(code.File(path)?.Text ?? "")
        select (entry.Groups[1].Value, entry.Groups[2].Value);

    private static Codebase Of(string byRule, string byDecision) => Codebase.Of(
        new TextFile(OfTheDomain, "Closed() => Of(\"A1\", nameof(Closed)); Late() => Of(\"A2\", nameof(Late));"),
        new TextFile($"{Decisions}Doors/Shut.cs", "{ IsShut: true } => Refuse.Closed(), _ when isLate => Refuse.Late(), _ => Refuse.Closed()"),
        new TextFile(Book, $"{byRule}\n\n{byDecision}\n"));

    [GeneratedRegex(@"Of\(\s*""([A-Z]\d+)"",\s*nameof\((\w+)\)")]
    private static partial Regex Entries();

    // What several decisions ask first is a file of its own, and named here in brackets.
    [GeneratedRegex(@"\bRefuse\.(\w+)\(|\b([A-Z]\w+)(?:\.Refuses\(|(?<=Offer)\.For\()")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^- (?:\*\*[A-Z]\d+\*\* |[A-Z]\w+: ).*$", RegexOptions.Multiline)]
    private static partial Regex Told();
}
