using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScCa.Architecture.Tests.Rules;

internal sealed partial class EveryRefusalIsSpelled : IRule
{
    // Nothing else may stand beside them: an unknown key would be text that nobody shows.
    private static readonly ImmutableArray<string> Parts = ["next", "text"];

    public string Sentence =>
        "Every refusal has its text and what to do next in both languages, using only its own facts; no text is left without its refusal; its code is its name, its facts are its parameters.";

    public IEnumerable<Plant> Plants =>
    [
        Case("no text in one language", Texts(), Same("Closed", "Closed since {since}.")),
        Case("a text that is empty", Texts("Closed", " "), Same("Closed", "Closed since {since}.")),
        Case("a placeholder that is no parameter", Texts("Closed", "Closed until {until}."), Same("Closed", "Closed since {since}.")),
        Case("a text without a refusal", [.. Texts("Closed", "Closed."), .. Texts("Opened", "Open.")], Same("Closed", "Closed.")),
        new(
            "a code that is not the method's name",
            Of("public static string Closed(string since) => Of(\"A1\", \"Shut\", (\"since\", since));", Same("Closed", "C."), Same("Closed", "C.")),
            Of(Closed, Same("Closed", "C."), Same("Closed", "C."))),
        new(
            "a fact that is no parameter",
            Of("public static string Closed(string since) => Of(\"A1\", \"Closed\", (\"until\", since));", Same("Closed", "C."), Same("Closed", "C.")),
            Of(Closed, Same("Closed", "C."), Same("Closed", "C."))),
    ];

    private const string Closed = "public static string Closed(string since) => Of(\"A1\", \"Closed\", (\"since\", since));";

    public IEnumerable<string> Violations(Codebase code)
    {
        RefusalMethod[] methods = [.. RefusalCatalogue.Methods(code)];
        foreach (var method in methods.Where(m => m.Code != m.Name))
            yield return $"{method.Name}: its code is {method.Code ?? "missing"}";
        foreach (var method in methods.Where(m => !m.Parameters.SequenceEqual(m.Facts)))
            yield return $"{method.Name}: its facts ({string.Join(", ", method.Facts)}) are not its parameters ({string.Join(", ", method.Parameters)})";
        foreach (var violation in RefusalCatalogue.Languages.SelectMany(l => InLanguage(code, methods, RefusalCatalogue.Texts(l))))
            yield return violation;
    }

    private static IEnumerable<string> InLanguage(Codebase code, RefusalMethod[] methods, string resource)
    {
        if (RefusalCatalogue.Json(code, resource) is not { } texts)
        {
            if (RefusalCatalogue.Type(code) is not null)
                yield return $"{resource}: is not embedded in the domain";
            yield break;
        }

        foreach (var stale in texts.EnumerateObject().Where(t => !methods.Any(m => m.Name == t.Name)))
            yield return $"{resource}: {stale.Name} is no refusal";
        foreach (var method in methods)
        {
            if (!texts.TryGetProperty(method.Name, out var entry))
                yield return $"{resource}: {method.Name} is missing";
            else if (!entry.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(Parts))
                yield return $"{resource}: {method.Name} needs exactly a text and a next";
            else
            {
                foreach (var violation in entry.EnumerateObject().SelectMany(p => InText(p, method)))
                    yield return $"{resource}: {violation}";
            }
        }
    }

    private static IEnumerable<string> InText(JsonProperty part, RefusalMethod method)
    {
        var text = part.Value.GetString();
        if (string.IsNullOrWhiteSpace(text))
            yield return $"{method.Name}.{part.Name} is empty";
        foreach (var unknown in Placeholders().Matches(text ?? "").Select(m => m.Groups[1].Value).Where(p => !method.Parameters.Contains(p)))
            yield return $"{method.Name}.{part.Name} uses {{{unknown}}}, which is no parameter of it";
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholders();

    private static Plant Case(string what, (string, string)[] english, (string, string)[] both) => new(what, Of(Closed, both, english), Of(Closed, both, both));

    private static (string Code, string Text)[] Texts() => [];

    private static (string Code, string Text)[] Texts(string code, string text) => [(code, text)];

    private static (string Code, string Text)[] Same(string code, string text) => Texts(code, text);

    private static Codebase Of(string method, (string Code, string Text)[] chinese, (string Code, string Text)[] english) => Codebase.Of(Assemble.Planted(
        "ScCa.Domain",
        $$"""
        namespace ScCa.Domain.Refusals;
        public static class Refuse
        {
            {{method}}
            private static string Of(string rule, string code, params (string Name, string Value)[] facts) => rule + code + facts.Length;
        }
        """,
        (RefusalCatalogue.Texts("zh-CN"), Json(chinese)),
        (RefusalCatalogue.Texts("en"), Json(english))));

    private static string Json((string Code, string Text)[] texts) =>
        JsonSerializer.Serialize(texts.ToDictionary(t => t.Code, t => new Dictionary<string, string> { ["text"] = t.Text, ["next"] = "Come back." }));
}
