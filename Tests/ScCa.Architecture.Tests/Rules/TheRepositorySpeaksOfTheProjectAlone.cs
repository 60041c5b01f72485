using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class TheRepositorySpeaksOfTheProjectAlone : IRule
{
    // Put together from halves, so that the list does not find itself.
    private static readonly ImmutableArray<(string What, string Pattern)> Forbidden =
    [
        ("a folder of somebody's machine", $@"(?<![\w.$}}/-])/({"ho" + "me"}|{"Us" + "ers"}|{"ro" + "ot"}|{"wo" + "rk"}|{"t" + "mp"})/[\w.-]"),
        ("a folder of somebody's machine", $@"\b[A-Za-z]:\\{"Us" + "ers"}\\"),
        ("a package registry", $@"(api\.{"nu" + "get"}|{"nu" + "get"}\.pkg|registry\.{"np" + "mjs"}|{"py" + "pi"})\.(org|com|github\.com)|{"artif" + "actory"}|{"nex" + "us"}[./:]|\b{"jfr" + "og"}\b|pkgs\.dev\.azure"),
        ("who or what wrote it", $@"\b({"Cla" + "ude"}|{"Anth" + "ropic"}|{"Open" + "AI"}|{"Chat" + "GPT"}|{"Cop" + "ilot"}|{"language mo" + "del"}|{"L" + "LM"})\b"),
    ];

    // The header alone is what parsers and their tests speak of; with a body it is a key.
    private static readonly Regex PrivateKey = new(@"PRIVATE KEY-----(\\n|\W){0,16}[A-Za-z0-9+/]{32}", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public string Sentence => "The repository speaks of the project alone: not of a machine, a registry or whoever wrote it; and it holds no secret.";

    public IEnumerable<Plant> Plants =>
    [
        Case("a home folder", "see /ho" + "me/li/notes", "see the home/li notes"),
        Case("a temporary folder", "cp a /t" + "mp/a", "cp a \"$tmp/a\""),
        Case("a Windows profile", "C:\\Us" + "ers\\li", "C:\\Program Files"),
        Case("a registry", "https://api.nu" + "get.org/v3/ind" + "ex.json", "dotnet nuget locals"),
        Case("a mirror", "https://artif" + "actory.example/api", "https://example.com/api"),
        Case("an author that is none", "written by Cla" + "ude", "written by Claudia"),
        Case("a private key", $"-----BEGIN EC PRIVATE KEY-----\n{Body}", $"-----BEGIN CERTIFICATE-----\n{Body}"),
        Case("a private key in a string", $"\"-----BEGIN PRIVATE KEY-----\\n\" +\n    \"{Body}\"", "\"-----BEGIN PRIVATE KEY-----\" + body"),
    ];

    private static readonly Regex Any = new(string.Join('|', Forbidden.Select((f, i) => $"(?<f{i}>{f.Pattern})")), RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private const string Body = "MHcCAQEEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public IEnumerable<string> Violations(Codebase code) => code.Files
        .Where(f => !f.Path.EndsWith("packages.lock.json", StringComparison.Ordinal))
        .SelectMany(f => f.Lines.SelectMany(l => InLine(f, l.Number, l.Text)).Concat(PrivateKey.Matches(f.Text).Select(_ => $"{f.Path}: holds a private key")));

    private static IEnumerable<string> InLine(TextFile file, int number, string line) =>
        from Match match in Any.Matches(line)
        select $"{file.Path}:{number}: {Forbidden.Where((_, i) => match.Groups[$"f{i}"].Success).First().What}: {match.Value}";

    private static Plant Case(string what, string violation, string twin) =>
        new(what, Codebase.Of(new TextFile("docs/a.md", violation)), Codebase.Of(new TextFile("docs/a.md", twin)));
}
